#include "viz/scene/skeleton_scene.h"

#include "core/preparation/missing_joints.h"
#include "viz/scene/mesh_data.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkLight.h>
#include <vtkMatrix4x4.h>
#include <vtkNew.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>

namespace kinelens::viz {
namespace {

constexpr double view_angle = 28;
constexpr std::int64_t trail_frames = 30;

std::array<double, 3> shares(Colour colour) {
    return {colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0};
}

struct Layer {
    vtkNew<vtkPolyData> data;
    vtkNew<vtkPolyDataMapper> mapper;
    vtkNew<vtkActor> actor;

    explicit Layer(vtkRenderer& renderer) {
        mapper->SetInputData(data);
        actor->SetMapper(mapper);
        actor->PickableOff();
        renderer.AddActor(actor);
    }
};

} // namespace

struct SkeletonScene::Parts {
    vtkNew<vtkRenderer> renderer;
    Layer grid{*renderer};
    Layer shadow{*renderer};
    Layer trail{*renderer};
    Layer figure{*renderer};
    Palette palette = palette_for(Theme::light);
    SceneOptions options;
    std::shared_ptr<const Motion> motion;
    SkeletonLayout layout;
    std::string up = "y";
    MotionExtent extent;
    std::int64_t frame = 0;
    TriangleMesh mesh;
    Point followed{};
    std::uint64_t version = 1;

    Point body_centre() const;
    void follow();
    void draw();
    void draw_floor();
    void colour();
};

SkeletonScene::SkeletonScene()
    : parts_(std::make_unique<Parts>()) {
    Parts& p = *parts_;
    p.figure.actor->GetProperty()->SetInterpolationToGouraud();
    p.figure.actor->GetProperty()->SetAmbient(0.25);
    p.figure.actor->GetProperty()->SetDiffuse(0.8);
    p.figure.actor->GetProperty()->SetSpecular(0.15);
    p.figure.actor->GetProperty()->SetSpecularPower(20);
    p.shadow.mapper->ScalarVisibilityOff();
    p.shadow.actor->GetProperty()->LightingOff();
    for (Layer* lines : {&p.grid, &p.trail}) {
        lines->actor->GetProperty()->LightingOff();
        lines->actor->ForceOpaqueOn();
    }
    p.trail.actor->GetProperty()->SetLineWidth(2);
    p.renderer->GradientBackgroundOn();
    p.renderer->GetActiveCamera()->SetViewAngle(view_angle);
    p.colour();
    p.draw_floor();
    look_from(Viewpoint::home);
}

SkeletonScene::~SkeletonScene() = default;

vtkRenderer* SkeletonScene::renderer() const {
    return parts_->renderer;
}

std::uint64_t SkeletonScene::version() const {
    return parts_->version;
}

void SkeletonScene::Parts::colour() {
    const auto top = shares(palette.scene_top);
    const auto bottom = shares(palette.scene_bottom);
    renderer->SetBackground(bottom.data());
    renderer->SetBackground2(top.data());
    const auto dark =
        shares(mix(palette.scene_bottom, palette.floor_shadow, palette.theme == Theme::dark ? 0.4 : 0.22));
    shadow.actor->GetProperty()->SetColor(dark[0], dark[1], dark[2]);
}

void SkeletonScene::Parts::draw_floor() {
    fill(*grid.data, floor_grid(extent.centre, extent.floor, palette.floor_grid));
    // The figure pressed flat on the floor is its shadow under a high sun.
    vtkNew<vtkMatrix4x4> flat;
    flat->SetElement(1, 1, 0);
    flat->SetElement(1, 3, extent.floor + 0.004);
    shadow.actor->SetUserMatrix(flat);
    grid.actor->SetVisibility(options.floor);
    shadow.actor->SetVisibility(options.floor);
}

void SkeletonScene::Parts::draw() {
    ++version;
    mesh.clear();
    if (motion) build_figures(*motion, frame, layout, up, palette, mesh);
    fill(*figure.data, mesh);
    fill(*shadow.data, mesh);
    trail.actor->SetVisibility(options.trails && motion);
    if (options.trails && motion)
        fill(*trail.data, trails(*motion, frame, trail_frames, layout, up, palette));
}

Point SkeletonScene::Parts::body_centre() const {
    if (!motion || layout.joint_count() == 0) return followed;
    for (int body = 0; body < motion->bodies; ++body)
        if (frame < motion->frames && joint_seen(*motion, frame, body, layout.centre_joint))
            return to_scene(motion->joint(frame, body, layout.centre_joint), up);
    return followed; // nobody is there: wait where the body was lost
}

void SkeletonScene::Parts::follow() {
    const Point now = body_centre();
    if (options.follow) {
        double position[3];
        double focus[3];
        vtkCamera& camera = *renderer->GetActiveCamera();
        camera.GetPosition(position);
        camera.GetFocalPoint(focus);
        for (const int axis : {0, 2}) { // level: steps do not shake the view
            const double moved =
                now[static_cast<std::size_t>(axis)] - followed[static_cast<std::size_t>(axis)];
            position[axis] += moved;
            focus[axis] += moved;
        }
        camera.SetPosition(position);
        camera.SetFocalPoint(focus);
    }
    followed = now;
}

void SkeletonScene::set_palette(const Palette& palette) {
    if (parts_->palette == palette) return;
    parts_->palette = palette;
    parts_->colour();
    parts_->draw_floor();
    parts_->draw();
}

void SkeletonScene::set_smooth_edges(bool on) {
    parts_->renderer->SetUseFXAA(on);
}

void SkeletonScene::set_options(const SceneOptions& options) {
    if (parts_->options == options) return;
    parts_->options = options;
    parts_->draw_floor();
    parts_->draw();
}

void SkeletonScene::set_motion(std::shared_ptr<const Motion> motion, const SkeletonLayout& layout,
                               const std::string& up, bool frame_camera) {
    Parts& p = *parts_;
    // A picture stands two metres high.
    const bool planar = motion && motion->dimensions == 2;
    p.motion = planar ? std::make_shared<const Motion>(in_picture_units(*motion)) : std::move(motion);
    p.layout = layout;
    p.up = planar ? "y" : up;
    p.frame = 0;
    p.extent = p.motion ? motion_extent(*p.motion, p.layout, p.up) : MotionExtent{};
    p.followed = p.extent.centre;
    p.followed = p.body_centre();
    p.draw_floor();
    p.draw();
    if (frame_camera) look_from(Viewpoint::home);
}

void SkeletonScene::set_frame(std::int64_t frame) {
    if (parts_->frame == frame) return;
    parts_->frame = frame;
    parts_->draw();
    parts_->follow();
}

void SkeletonScene::look_from(Viewpoint viewpoint) {
    Parts& p = *parts_;
    const Point& facing = p.extent.facing;
    const double distance = 1.05 * p.extent.radius / std::sin(view_angle / 2 * std::numbers::pi / 180);
    std::array<double, 3> from{facing[0], 0, facing[2]};
    std::array<double, 3> up{0, 1, 0};
    if (viewpoint == Viewpoint::side) from = {facing[2], 0, -facing[0]};
    if (viewpoint == Viewpoint::top) {
        from = {0, 1, 0};
        up = {-facing[0], 0, -facing[2]};
    }
    vtkCamera& camera = *p.renderer->GetActiveCamera();
    const Point& centre = p.extent.centre;
    camera.SetFocalPoint(centre[0], centre[1], centre[2]);
    camera.SetPosition(centre[0] + distance * from[0], centre[1] + distance * from[1],
                       centre[2] + distance * from[2]);
    camera.SetViewUp(up.data());
    if (viewpoint == Viewpoint::home) orbit(25, 12);
    p.renderer->ResetCameraClippingRange();
    ++p.version;
}

void SkeletonScene::orbit(double azimuth_degrees, double elevation_degrees) {
    vtkCamera& camera = *parts_->renderer->GetActiveCamera();
    double direction[3];
    camera.GetDirectionOfProjection(direction);
    const double elevation = -std::asin(std::clamp(direction[1], -1.0, 1.0)) * 180 / std::numbers::pi;
    camera.Azimuth(azimuth_degrees);
    camera.Elevation(std::clamp(elevation + elevation_degrees, -89.0, 89.0) - elevation);
    if (std::abs(elevation) < 89.5) camera.SetViewUp(0, 1, 0);
    parts_->renderer->ResetCameraClippingRange();
    ++parts_->version;
}

void SkeletonScene::pan(double right, double up) {
    vtkCamera& camera = *parts_->renderer->GetActiveCamera();
    const double height = 2 * camera.GetDistance() * std::tan(view_angle / 2 * std::numbers::pi / 180);
    double forward[3];
    double upward[3];
    double position[3];
    double focus[3];
    camera.GetDirectionOfProjection(forward);
    camera.OrthogonalizeViewUp();
    camera.GetViewUp(upward);
    camera.GetPosition(position);
    camera.GetFocalPoint(focus);
    const double side[3] = {forward[1] * upward[2] - forward[2] * upward[1],
                            forward[2] * upward[0] - forward[0] * upward[2],
                            forward[0] * upward[1] - forward[1] * upward[0]};
    for (int axis = 0; axis < 3; ++axis) {
        const double move = -height * (right * side[axis] + up * upward[axis]);
        position[axis] += move;
        focus[axis] += move;
    }
    camera.SetPosition(position);
    camera.SetFocalPoint(focus);
    parts_->renderer->ResetCameraClippingRange();
    ++parts_->version;
}

void SkeletonScene::zoom(double factor) {
    vtkCamera& camera = *parts_->renderer->GetActiveCamera();
    const double wanted = std::clamp(camera.GetDistance() / factor, 0.3, 60.0);
    camera.Dolly(camera.GetDistance() / wanted);
    parts_->renderer->ResetCameraClippingRange();
    ++parts_->version;
}

std::optional<std::pair<double, double>> SkeletonScene::joint_on_view(int body, int joint,
                                                                      double aspect) const {
    const Parts& p = *parts_;
    if (!p.motion || p.frame >= p.motion->frames || !joint_seen(*p.motion, p.frame, body, joint)) return {};
    const Point at = to_scene(p.motion->joint(p.frame, body, joint), p.up);
    vtkMatrix4x4* matrix =
        p.renderer->GetActiveCamera()->GetCompositeProjectionTransformMatrix(aspect, -1, 1);
    const double in[4] = {at[0], at[1], at[2], 1};
    double out[4];
    matrix->MultiplyPoint(in, out);
    if (out[3] <= 0) return {};
    return std::pair{(out[0] / out[3] + 1) / 2, (1 - out[1] / out[3]) / 2};
}

std::string SkeletonScene::joint_near(double x, double y, double reach, double aspect) const {
    const Parts& p = *parts_;
    std::string nearest;
    for (int body = 0; p.motion && body < p.motion->bodies; ++body)
        for (int joint = 0; joint < std::min(p.motion->joints, p.layout.joint_count()); ++joint) {
            const auto place = joint_on_view(body, joint, aspect);
            if (!place) continue;
            const double away = std::hypot((place->first - x) * aspect, place->second - y);
            if (away > reach) continue;
            reach = away;
            nearest = p.layout.joint_names[static_cast<std::size_t>(joint)];
        }
    return nearest;
}

} // namespace kinelens::viz
