// SkeletonScene: figures, floor, shadows and trails of one recording, and the camera that looks at them.
#pragma once

#include "viz/scene/motion_extent.h"

#include <memory>
#include <optional>
#include <utility>

class vtkRenderer;

namespace kinelens::viz {

enum class Viewpoint { home, front, side, top };

struct SceneOptions {
    bool trails = false;
    bool follow = false;
    bool floor = true;
    bool operator==(const SceneOptions&) const = default;
};

class SkeletonScene {
public:
    SkeletonScene();
    ~SkeletonScene();

    vtkRenderer* renderer() const;

    // Grows with every change that would change the picture, and only then.
    std::uint64_t version() const;

    void set_palette(const Palette& palette);
    void set_smooth_edges(bool on); // costs several times a frame without a graphics card
    void set_options(const SceneOptions& options);

    // Another recording: shows its first frame. The camera stays as it is unless `frame_camera`. Null:
    // nothing.
    void set_motion(std::shared_ptr<const Motion> motion, const SkeletonLayout& layout, const std::string& up,
                    bool frame_camera = true);
    void set_frame(std::int64_t frame);

    void look_from(Viewpoint viewpoint);
    void orbit(double azimuth_degrees, double elevation_degrees);
    void pan(double right, double up); // in shares of the view's height
    void zoom(double factor);          // > 1 comes nearer

    // Where a joint of the present frame is drawn, in shares of the view from its upper left; nothing if
    // unseen.
    std::optional<std::pair<double, double>> joint_on_view(int body, int joint, double aspect) const;

    // The name of the joint drawn nearest to a place of the view (in the same shares), at most `reach` of the
    // view's height away; empty if there is none.
    std::string joint_near(double x, double y, double reach, double aspect) const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace kinelens::viz
