#include "viz/palette/palette.h"

namespace kinelens::viz {
namespace {

constexpr Palette light_palette() {
    Palette p;
    p.theme = Theme::light;
    p.window = rgb(0xEEF0F3);
    p.panel = rgb(0xF8F9FA);
    p.base = rgb(0xFFFFFF);
    p.stripe = rgb(0xF5F7F9);
    p.border = rgb(0xC9CFD6);
    p.text = rgb(0x1B222A);
    p.muted_text = rgb(0x58636F);
    p.accent = rgb(0x0B7A75);
    p.text_on_accent = rgb(0xFFFFFF);
    p.selection = rgb(0xC9E7E4);
    p.selection_text = rgb(0x10302E);
    p.focus = rgb(0x0B7A75);
    p.success = rgb(0x17703C);
    p.warning = rgb(0x8F5300);
    p.error = rgb(0xB3261E);
    p.grid = rgb(0xE4E8EC);
    p.axis = rgb(0x78838F);
    p.left = rgb(0x2A6FBF);
    p.middle = rgb(0x5A6675);
    p.right = rgb(0xD9661F);
    p.second_left = rgb(0x86B7EC);
    p.second_middle = rgb(0xA4AFBC);
    p.second_right = rgb(0xF2B384);
    p.scene_top = rgb(0xFBFCFD);
    p.scene_bottom = rgb(0xDDE3EA);
    p.floor_grid = rgb(0x8A97A6);
    p.floor_shadow = rgb(0x3A4654);
    return p;
}

constexpr Palette dark_palette() {
    Palette p;
    p.theme = Theme::dark;
    p.window = rgb(0x1D2126);
    p.panel = rgb(0x272C33);
    p.base = rgb(0x16191D);
    p.stripe = rgb(0x1B1F24);
    p.border = rgb(0x3C444E);
    p.text = rgb(0xE6EAEE);
    p.muted_text = rgb(0xA0ABB7);
    p.accent = rgb(0x3CC4B4);
    p.text_on_accent = rgb(0x06211E);
    p.selection = rgb(0x1F4F4B);
    p.selection_text = rgb(0xE6F5F3);
    p.focus = rgb(0x3CC4B4);
    p.success = rgb(0x6CCB8B);
    p.warning = rgb(0xF0B44C);
    p.error = rgb(0xFF8A80);
    p.grid = rgb(0x2A3037);
    p.axis = rgb(0x7D8996);
    p.left = rgb(0x4B97E6);
    p.middle = rgb(0x98A5B4);
    p.right = rgb(0xF0843A);
    p.second_left = rgb(0xACD2F8);
    p.second_middle = rgb(0xD6DDE5);
    p.second_right = rgb(0xFBCDA4);
    p.scene_top = rgb(0x2B323B);
    p.scene_bottom = rgb(0x13161A);
    p.floor_grid = rgb(0x6C7885);
    p.floor_shadow = rgb(0x000000);
    return p;
}

} // namespace

Palette palette_for(Theme theme) {
    return theme == Theme::dark ? dark_palette() : light_palette();
}

Colour body_colour(const Palette& palette, BodySide side, int body) {
    const bool first = body == 0;
    switch (side) {
    case BodySide::left:
        return first ? palette.left : palette.second_left;
    case BodySide::right:
        return first ? palette.right : palette.second_right;
    case BodySide::middle:
        break;
    }
    return first ? palette.middle : palette.second_middle;
}

} // namespace kinelens::viz
