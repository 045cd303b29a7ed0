// The formats of pose estimators and body trackers, one function each; recognised by what is in a file.
#pragma once

#include "core/import/estimators/estimator_reader.h"

namespace kinelens {

// Azure Kinect body tracking as JSON of the offline processor and of other programs: millimetres, y down.
EstimatorFormat azure_kinect_format();

// MediaPipe Pose: tables (a row for each frame or for each landmark) and JSON, landmarks of the world
// (metres) or of the picture.
EstimatorFormat mediapipe_format();

// AlphaPose's results: a list of bodies, each with its picture.
EstimatorFormat alphapose_format();

// MMPose's predictions: instances for each frame.
EstimatorFormat mmpose_format();

// COCO's keypoints: pictures and annotations.
EstimatorFormat coco_format();

// Tables of DeepLabCut (CSV, HDF5) and of SLEAP's analysis (CSV, HDF5).
EstimatorFormat deeplabcut_format();
EstimatorFormat sleap_format();

// OpenPose writes a file for each frame; the files of one folder with one beginning are one recording.
bool is_openpose(const SourceFile& source);
Result<std::unique_ptr<Reader>> make_openpose_reader(const ImportOptions& options,
                                                     const std::vector<SourceFile>& sources);

} // namespace kinelens
