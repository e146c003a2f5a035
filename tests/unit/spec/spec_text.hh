// Helpers for tests that load specs from text.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/error.hh"
#include "spec/load.hh"
#include "tests/support/fault_names.hh"

namespace sockgrade::spec {

inline const NameSets kNames = all_names();

inline model::Spec load(const std::string& text) { return load_spec_text(text, "x.yaml", kNames); }

// Each problem as it is shown, one a line.
inline std::string problems_of(const std::string& text) {
    try {
        load(text);
    } catch (const SpecError& error) {
        return error.what();
    }
    return "";
}

inline std::string indented(const std::string& text, const std::string& indent) {
    std::istringstream lines(text);
    std::string out;
    for (std::string line; std::getline(lines, line);) out += indent + line + '\n';
    return out;
}

inline std::string spec_of(const std::string& program, const std::string& cases) {
    return "exercise: e\ntitle: t\nprogram: " + program + "\ncases:\n" + cases;
}

// A case of these steps alone: the first step stands in line 8, its '-' in column 7.
inline std::string with_steps(const std::string& program, const std::string& steps,
                              const std::string& more = "") {
    return spec_of(program, "  - id: c\n    title: t\n    steps:\n" + indented(steps, "      ") +
                                indented(more, "    "));
}

inline const std::string kTcpServer = "{ role: server, transport: tcp }";
inline const std::string kUdpServer = "{ role: server, transport: udp }";
inline const std::string kTcpClient = "{ role: client, transport: tcp, message: \"hi {word}\" }";
inline const std::string kUdpClient = "{ role: client, transport: udp, message: \"hi {word}\" }";

// `text` is refused with a problem that says `part`.
inline void expect_problem(const std::string& text, const std::string& part) {
    const std::string problems = problems_of(text);
    EXPECT_NE(problems.find(part), std::string::npos) << part << "\nis not in: " << problems;
}

inline std::string file_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace sockgrade::spec
