#include "core/synthesis/steps.h"

#include <utility>

namespace kinelens::synthesis {

FootPlan::FootPlan(const Body& body, std::vector<Step> steps)
    : body_(body)
    , steps_(std::move(steps)) {}

FootPlan::Foot FootPlan::foot(int side, double time) const {
    Foot now{rest_ankle(body_, side), 0, 0};
    for (const Step& step : steps_) {
        if (step.side != side || time <= step.start) continue;
        const double u = ease(time, step.start, step.end);
        const double up = std::sin(pi * u);
        const double height = now.place.y;
        now.place = now.place + u * (step.place - now.place);
        now.place.y = height + up * step.lift;
        now.heading += u * (step.heading - now.heading);
        now.toes_down = up * std::min(35.0, 250 * step.lift);
    }
    return now;
}

void FootPlan::apply(Pose& pose, double time) const {
    for (int side : {left, right}) {
        const Foot now = foot(side, time);
        Limb& leg = pose.legs[side];
        leg.reach_root(turn(-pose.heading) * (now.place - pose.root));
        leg.end_turn = body_.toes_out + side_sign(side) * (now.heading - pose.heading);
        leg.twist = leg.end_turn;
        leg.end_pitch = now.toes_down;
    }
}

Vec3 FootPlan::centre(double time) const {
    const Vec3 sum = foot(left, time).place + foot(right, time).place;
    return {sum.x / 2, 0, sum.z / 2};
}

Vec3 stance_place(const Body& body, int side, double x, double z, double heading) {
    Vec3 place = Vec3{x, 0, z} + turn(heading) * Vec3{side_sign(side) * body.stance, 0, 0};
    place.y = body.ankle;
    return place;
}

} // namespace kinelens::synthesis
