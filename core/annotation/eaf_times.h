// When the annotations of an ELAN file are. Its time slots need not have a time: annotations that follow each
// other between two slots with a time share it evenly (time subdivision). Annotations that only refer to
// another have its time, or share it where several of one tier do (symbolic subdivision).
#pragma once

#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>

namespace kinelens {

class EafTimes {
public:
    struct Span {
        double start = 0; // milliseconds
        double end = 0;
    };

    // `milliseconds`: of a unit of time.
    EafTimes(pugi::xml_node root, double milliseconds);

    // Of an ALIGNABLE_ANNOTATION or REF_ANNOTATION; nothing if it has no time.
    std::optional<Span> of(pugi::xml_node annotation) const;

private:
    void read_slots(pugi::xml_node root, double milliseconds);
    void share_evenly(pugi::xml_node tier);
    void read_references(pugi::xml_node tier);
    std::optional<Span> of(pugi::xml_node annotation, int depth) const;

    struct Share { // of what is referred to: the place-th of count
        int place = 0;
        int count = 1;
    };
    std::map<std::string, double> slots_; // milliseconds
    std::map<std::string, pugi::xml_node> annotations_;
    std::map<std::string, Share> shares_;
};

} // namespace kinelens
