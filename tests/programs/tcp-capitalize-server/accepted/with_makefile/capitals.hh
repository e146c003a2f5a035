#pragma once

#include <string>

std::string to_capitals(const std::string& text);
