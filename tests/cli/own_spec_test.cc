// A spec that somebody writes for a course of their own, as the README tells it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "system/temporary_folder.hh"
#include "tests/cli/said.hh"
#include "tests/support/places.hh"

namespace sockgrade {
namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr const char* kServer =
    "from socket import *\n"
    "import sys\n"
    "sock = socket(AF_INET, SOCK_DGRAM)\n"
    "sock.bind(('', int(sys.argv[1])))\n";

class OwnSpec : public testing::Test {
  protected:
    OwnSpec() {
        std::ifstream in(in_source("README.md"), std::ios::binary);
        const std::string readme{std::istreambuf_iterator<char>(in), {}};
        const std::size_t fence = readme.find("```yaml\nexercise:");
        const std::size_t first = readme.find('\n', fence) + 1;
        put("echo-server.yaml", readme.substr(first, readme.find("```", first) - first));
    }
    std::string file(const std::string& name) const { return folder_.path() + "/" + name; }
    void put(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories(std::filesystem::path(file(name)).parent_path());
        std::ofstream(file(name), std::ios::binary) << text;
    }
    void put_proof(const std::string& of_the_rejected) const {
        const std::string echo = std::string(kServer) + "while True:\n    data, who = sock.recvfrom(2048)\n";
        put("echo-server/accepted/plain.py", echo + "    sock.sendto(data, who)\n");
        put("echo-server/forgiven/serves_the_first_client_only.py",
            "# fails: answers-whoever-sent\n" + std::string(kServer) +
                "data, first = sock.recvfrom(2048)\n"
                "while True:\n"
                "    sock.sendto(data, first)\n"
                "    data, who = sock.recvfrom(2048)\n");
        put("echo-server/rejected/echoes_in_capitals.py",
            of_the_rejected + echo + "    sock.sendto(data.upper(), who)\n");
    }

  private:
    system::TemporaryFolder folder_;
};

TEST_F(OwnSpec, OfTheReadmeIsWellFormed) {
    const Said said = run({"lint", file("echo-server.yaml")});
    EXPECT_EQ(said.status, 0);
    EXPECT_THAT(said.text, HasSubstr("well formed, 3 cases"));
}

// Nobody has to know our diagnoses to prove a spec.
TEST_F(OwnSpec, IsProvedWithoutADiagnosis) {
    put_proof("# fails: echoes\n");
    const Said said = run({"verify", "--verbose", file("echo-server.yaml")});
    EXPECT_EQ(said.status, 0) << said.text;
    EXPECT_THAT(said.text, AllOf(HasSubstr("rejected/echoes_in_capitals.py: echoes failed (wrong-case"),
                                 HasSubstr("3 passed, 0 failed")));
}

TEST_F(OwnSpec, IsHeldToTheDiagnosisThatItNames) {
    put_proof("# fails: echoes\n# diagnosis: sends_back_unchanged\n");
    const Said said = run({"verify", file("echo-server.yaml")});
    EXPECT_EQ(said.status, 1) << said.text;
    EXPECT_THAT(said.text, HasSubstr("should be by sends_back_unchanged"));

    put_proof("# fails: echoes\n# diagnosis: sends_it_back\n");
    const Said unknown = run({"verify", file("echo-server.yaml")});
    EXPECT_EQ(unknown.status, 2);
    EXPECT_THAT(unknown.text, HasSubstr("`sockgrade list diagnoses` shows them all"));
}

}  // namespace
}  // namespace sockgrade
