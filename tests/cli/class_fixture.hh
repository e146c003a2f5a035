// A class in a folder of its own, for tests of the commands about classes.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "system/temporary_folder.hh"
#include "tests/cli/said.hh"
#include "tests/support/places.hh"

namespace sockgrade {

class ClassInAFolder : public testing::Test {
  protected:
    static constexpr const char* kExercise = "udp-capitalize-server";

    std::string path(const std::string& name) const { return folder_.path() + "/" + name; }
    void add(const std::string& name, const std::string& content) const {
        std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
        std::ofstream(path(name), std::ios::binary) << content;
    }
    // Three who are right, one who is wrong.
    void small_class() const {
        for (const char* who : {"ann", "bo", "cy"}) {
            std::filesystem::create_directories(path(std::string("class/") + who));
            std::filesystem::copy_file(
                in_source(std::string("tests/programs/") + kExercise + "/accepted/plain.py"),
                path(std::string("class/") + who + "/server.py"));
        }
        add("class/dee/server.py", "import socket\nsocket.socket(0)\n");
    }
    std::vector<std::string> batch_into(const std::string& out,
                                        const std::vector<std::string>& more = {}) const {
        std::vector<std::string> words = {"batch",  kExercise, path("class"), "--out", path(out),
                                          "--seed", "5"};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }

    system::TemporaryFolder folder_;
};

}  // namespace sockgrade
