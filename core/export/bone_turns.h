// How the joints of a body turn, told by where they are: what BVH needs of a recording of positions.
#pragma once

#include "core/dataset/dataset.h"
#include "core/import/capture/rotation.h"

namespace kinelens {

class BoneTurns {
public:
    // motion: one body, every joint measured in every frame, y upwards.
    BoneTurns(const SkeletonLayout& layout, const Motion& motion);

    const std::vector<int>& order() const { return order_; } // the root first, each branch as a whole
    const std::vector<int>& children(int joint) const { return children_[static_cast<std::size_t>(joint)]; }
    // From the parent: as long as the bone is on average, in the direction it has in the first frame.
    const Vector3& offset(int joint) const { return offsets_[static_cast<std::size_t>(joint)]; }
    // Whether the joint also moves: several bones begin at its parent, and no turn of that fits them all.
    bool moves(int joint) const { return moves_[static_cast<std::size_t>(joint)]; }

    struct Pose {
        std::vector<Rotation> turns;  // of each joint, relative to its parent
        std::vector<Vector3> offsets; // of each joint in this frame; the root's is its place
    };
    Pose pose(std::int64_t frame) const;

private:
    void find_order(int joint);
    void find_offsets();
    void find_moves();
    Rotation turn_of(int joint, const Rotation& parent, std::int64_t frame) const;
    Vector3 bone(int joint, std::int64_t frame) const; // as long as on average

    const SkeletonLayout& layout_;
    const Motion& motion_;
    std::vector<int> order_;
    std::vector<std::vector<int>> children_;
    std::vector<double> lengths_;
    std::vector<Vector3> offsets_;
    std::vector<bool> moves_;
};

// z, x and y of turn = about(z) about(x) about(y), in degrees.
Vector3 angles_zxy(const Rotation& turn);

} // namespace kinelens
