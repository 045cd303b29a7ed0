// Annotations as JSON: what export writes, and what autosave writes every few seconds, so that a crash loses
// little and the recovered file is an ordinary one.
// {"format": "kinelens-annotations", "version": 1, "data": "/path/d.h5", "data_hash": "xxh3-128:…",
//  "classes": ["bow"], "sequences": [{"name": "0002-L", "frames": 4674, "frame_rate": 30, "intervals":
//  [{"class": 0, "start": 10, "end": 52, "confidence": 1, "source": "truth", "body": 1}]}]}; without "body"
//  it is all bodies' action.
#pragma once

#include "core/annotation/annotations.h"
#include "core/foundation/files.h"

#include <string_view>

namespace kinelens {

// What the annotations are of; both may be empty.
struct AnnotationOrigin {
    std::string data;
    std::string data_hash;
    bool operator==(const AnnotationOrigin&) const = default;
};

// Precondition: validate().
std::string annotations_to_json(const Annotations& annotations, const AnnotationOrigin& origin = {});

struct AnnotationDocument {
    Annotations annotations;
    AnnotationOrigin origin;
};

// Errors: format_unknown, version_unsupported, format_invalid (line and column, or the reason), what
// validate() gives.
Result<AnnotationDocument> annotations_from_json(std::string_view text, const std::string& path);

// Replaces the file whole or not at all. Errors: what validate() and writing give.
Result<void> save_annotations(const Path& file, const AnnotationDocument& document);
Result<AnnotationDocument> load_annotations(const Path& file);

// Where unsaved work on `file` is kept; it is removed once the work is saved, so if it is there when the
// program starts, there is something to recover.
Path autosave_file(const Path& file);

// A copy of `file` beside it, under its name without a leading dot and with ".bak" (".2.bak", … where that is
// taken); nothing where there is no such file. Errors: file_unwritable, disk_full.
Result<void> keep_beside(const Path& file);

} // namespace kinelens
