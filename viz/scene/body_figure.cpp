#include "viz/scene/body_figure.h"

#include <algorithm>

namespace kinelens::viz {
namespace {

constexpr float head_radius = 0.085f;
constexpr float neck_radius = 0.03f; // where it meets the head
constexpr float bone_radius = 0.027f;

// How a layout is drawn; the same for all frames.
struct FigurePlan {
    int head = -1;     // -1: the layout knows none
    int head_tip = -1; // a leaf that only says how far the head reaches
    std::vector<float> radius;
};

FigurePlan plan_of(const SkeletonLayout& layout, int joints) {
    FigurePlan plan;
    std::vector<int> children(static_cast<std::size_t>(joints)), last(static_cast<std::size_t>(joints), -1);
    for (int joint = 0; joint < joints; ++joint) {
        if (layout.joint_names[static_cast<std::size_t>(joint)] == "head") plan.head = joint;
        const int parent = layout.parents[static_cast<std::size_t>(joint)];
        if (parent < 0 || parent >= joints) continue;
        ++children[static_cast<std::size_t>(parent)];
        last[static_cast<std::size_t>(parent)] = joint;
    }
    for (const int count : children) plan.radius.push_back(count == 0 ? 0.018f : 0.032f);
    if (plan.head < 0) return plan;
    const int above = last[static_cast<std::size_t>(plan.head)];
    if (children[static_cast<std::size_t>(plan.head)] == 1 && children[static_cast<std::size_t>(above)] == 0)
        plan.head_tip = above;
    return plan;
}

class FigureDrawing {
public:
    FigureDrawing(const Motion& motion, std::int64_t frame, const SkeletonLayout& layout,
                  const std::string& up, const Palette& palette, TriangleMesh& mesh)
        : motion_(motion)
        , frame_(frame)
        , layout_(layout)
        , up_(up)
        , palette_(palette)
        , joints_(std::min(motion.joints, layout.joint_count()))
        , plan_(plan_of(layout, joints_))
        , builder_(mesh) {}

    void draw(int body) {
        for (int joint = 0; joint < joints_; ++joint) {
            if (!seen(body, joint) || ends_head(body, joint)) continue;
            const Colour colour = body_colour(palette_, layout_.side(joint), body);
            if (joint == plan_.head)
                draw_head(body, colour);
            else
                draw_limb(body, joint, colour);
        }
    }

private:
    bool seen(int body, int joint) const { return joint_seen(motion_, frame_, body, joint); }
    Point at(int body, int joint) const { return to_scene(motion_.joint(frame_, body, joint), up_); }
    bool ends_head(int body, int joint) const { return joint == plan_.head_tip && seen(body, plan_.head); }

    void draw_limb(int body, int joint, Colour colour) {
        const float radius = plan_.radius[static_cast<std::size_t>(joint)];
        builder_.ball(at(body, joint), radius, colour);
        draw_bone(body, joint, at(body, joint), 0.85f * radius, colour);
    }

    // A sensor that gives the head's lower end and its tip, instead of its middle, also says how large it is.
    void draw_head(int body, Colour colour) {
        Point middle = at(body, plan_.head);
        float radius = head_radius;
        if (plan_.head_tip >= 0 && seen(body, plan_.head_tip)) {
            const Point upwards = plus(at(body, plan_.head_tip), middle, -1);
            radius = std::clamp(0.55f * length(upwards), 0.07f, 0.12f);
            middle = plus(middle, upwards, 0.5f);
        }
        builder_.ball(middle, radius, colour);
        draw_bone(body, plan_.head, middle, neck_radius, colour);
    }

    void draw_bone(int body, int joint, Point end, float end_radius, Colour colour) {
        const int parent = layout_.parents[static_cast<std::size_t>(joint)];
        if (parent >= 0 && parent < joints_ && seen(body, parent))
            builder_.tube(at(body, parent), end, bone_radius, end_radius, colour);
    }

    const Motion& motion_;
    std::int64_t frame_;
    const SkeletonLayout& layout_;
    const std::string& up_;
    const Palette& palette_;
    int joints_;
    FigurePlan plan_;
    MeshBuilder builder_;
};

} // namespace

Point to_scene(const float* raw, const std::string& up) {
    if (up == "-y") return {raw[0], -raw[1], -raw[2]};
    if (up == "z") return {raw[0], raw[2], -raw[1]};
    return {raw[0], raw[1], raw[2]};
}

bool joint_seen(const Motion& motion, std::int64_t frame, int body, int joint) {
    const float* at = motion.joint(frame, body, joint);
    return motion.is_measured(frame, body, joint) && (at[0] != 0 || at[1] != 0 || at[2] != 0);
}

void build_figures(const Motion& motion, std::int64_t frame, const SkeletonLayout& layout,
                   const std::string& up, const Palette& palette, TriangleMesh& mesh) {
    mesh.clear();
    if (frame < 0 || frame >= motion.frames) return;
    FigureDrawing drawing(motion, frame, layout, up, palette, mesh);
    for (int body = 0; body < motion.bodies; ++body) drawing.draw(body);
}

} // namespace kinelens::viz
