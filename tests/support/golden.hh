// Compares text with a file in tests/golden. UPDATE_GOLDEN=1 in the environment writes the file instead, so
// that the difference is reviewed with `git diff`.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "base/text.hh"
#include "tests/support/places.hh"

namespace sockgrade::golden {

inline std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

// The lines that differ, as diff -u would show them; the longest common subsequence, for files of some
// hundred lines.
inline std::string diff_of(const std::string& before, const std::string& after) {
    const std::vector<std::string> a = lines_of(before);
    const std::vector<std::string> b = lines_of(after);
    std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            common[i][j] =
                a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
    std::string text;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            ++i, ++j;
        } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
            text += fmt::format("{:4} - {}\n", i + 1, escape(a[i]));
            ++i;
        } else {
            text += fmt::format("{:4} + {}\n", j + 1, escape(b[j]));
            ++j;
        }
    }
    return text.empty() ? "(only the last line end differs)\n" : text;
}

inline void expect_golden(const std::string& text, const std::string& file) {
    const std::string path = in_source("tests/golden/") + file;
    if (std::getenv("UPDATE_GOLDEN")) {
        std::ofstream(path, std::ios::binary) << text;
        return;
    }
    std::ifstream in(path, std::ios::binary);
    const std::string known{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (text != known)
        ADD_FAILURE() << "tests/golden/" << file << (in ? " differs:" : " is missing:") << '\n'
                      << diff_of(known, text)
                      << "If the new text is right: UPDATE_GOLDEN=1 ctest --preset dev -R "
                      << testing::UnitTest::GetInstance()->current_test_info()->test_suite_name();
}

}  // namespace sockgrade::golden
