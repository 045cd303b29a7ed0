// Names of NTU RGB+D recordings: S001C002P003R002A013.
#pragma once

#include <string_view>

namespace kinelens {

struct NtuName {
    int setup = -1;
    int camera = -1;
    int subject = -1;
    int repetition = -1;
    int action = -1; // counted from 1
};

// The five numbers of an NTU name; false if the text holds none. Read as well: lower case, zeros left out
// (S1C2P3R2A19), the action put first (A020_S001C002P003R002), and what people and programs write before and
// after it ("Kopie von …", "… (1)", "cam1/…"), as long as letters and digits do not run into it.
bool parse_ntu_name(std::string_view text, NtuName& name);

} // namespace kinelens
