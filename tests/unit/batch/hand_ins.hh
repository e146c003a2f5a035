// A class on the disk, as tests make it.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "system/temporary_folder.hh"

namespace sockgrade::batch {

class HandIns {
  public:
    std::string path(const std::string& name = "") const { return folder_.path() + "/" + name; }
    void add(const std::string& name, const std::string& content = "print(1)\n") const {
        std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
        std::ofstream(path(name), std::ios::binary) << content;
    }

  private:
    system::TemporaryFolder folder_;
};

}  // namespace sockgrade::batch
