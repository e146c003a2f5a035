#pragma once

#include <string>
#include <string_view>

namespace sockgrade::spec {

// What yaml-cpp's message means for someone who writes a spec.
std::string clear_yaml_message(std::string_view message);

}  // namespace sockgrade::spec
