// Archives, written: what course systems take.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace sockgrade::batch {

struct ZipEntry {
    std::string path;  // with slashes, in UTF-8
    std::string text;
    bool is_program = false;
};

// Complete or not there: it is written beside and moved. UsageError when it can't be written.
void write_zip(const std::string& path, const std::vector<ZipEntry>& entries);
void write_tar(const std::string& path, const std::vector<ZipEntry>& entries);

}  // namespace sockgrade::batch
