// What a person has to look at before anybody gets a zero for it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "system/temporary_folder.hh"
#include "tests/cli/said.hh"
#include "tests/support/places.hh"

namespace sockgrade {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

class ToLookAt : public testing::Test {
  protected:
    std::string path(const std::string& name) const { return folder_.path() + "/" + name; }
    void add(const std::string& name, const std::string& content) const {
        fs::create_directories(fs::path(path(name)).parent_path());
        std::ofstream(path(name), std::ios::binary) << content;
    }
    void hand_in(const std::string& name) const {
        fs::create_directories(fs::path(path(name)).parent_path());
        fs::copy_file(in_source("tests/programs/udp-capitalize-server/accepted/plain.py"), path(name));
    }
    // The points of everybody, an empty cell for what somebody has to look at.
    std::string points(const std::string& assignment) const {
        const Said said = run({"batch", assignment, path("class"), "--roster", path("class.csv"), "--out",
                               path("results"), "--seed", "5"});
        EXPECT_NE(said.status, 2) << said.text;
        return said.text + run({"report", path("results"), "--points"}).text;
    }

  private:
    system::TemporaryFolder folder_;
};

TEST_F(ToLookAt, AHandInUnderANameThatNobodyKnows) {
    hand_in("class/zolclukasz_11_1_server.py");
    hand_in("class/bobby_22_2_server.py");
    add("class.csv",
        "Student,ID,SIS Login ID,Section\n    Points Possible,,,\n"
        "\"Żółć, Łukasz\",7,lz,S1\n\"Ray, Bo\",8,br,S1\n");
    const std::string text = points("udp-capitalize-server");
    EXPECT_THAT(text, AllOf(HasSubstr("\"bobby_22\" could not be found on the class list"),
                            HasSubstr("\"Ray, Bo\",\"8\",\"absent:8\",,\r\n"),
                            HasSubstr("\"Żółć, Łukasz\",\"7\",\"zolclukasz_11\",1")));
}

TEST_F(ToLookAt, AProgramOfAnotherNameOrKind) {
    add("week.yaml",
        "assignment: week-2\nexercises:\n"
        "  - { exercise: udp-capitalize-server, program: \"udp/server.*\", points: 10 }\n"
        "  - { exercise: udp-receiver, program: \"udp/receiver.*\", points: 20 }\n");
    add("class.csv", "id,name\nann,Ann Lee\nbo,Bo Ray\ncy,Cy Doe\ndee,Dee Fox\n");
    hand_in("class/ann/udp/server.py");
    add("class/ann/README.md", "my homework\n");
    hand_in("class/bo/udp/server.py");
    add("class/bo/udp_rec.py", "print(1)\n");
    add("class/cy/Receiver.class", "\xca\xfe\xba\xbe");
    add("class/dee/report.pdf", "%PDF");
    const std::string text = points(path("week.yaml"));
    EXPECT_THAT(text, AllOf(HasSubstr("\"Ann Lee\",\"ann\",\"ann\",10,0"),   // nothing was handed in for it
                            HasSubstr("\"Bo Ray\",\"bo\",\"bo\",10,,\r\n"),  // udp_rec.py
                            HasSubstr("\"Cy Doe\",\"cy\",\"cy\",,,\r\n"),    // compiled Java
                            HasSubstr("\"Dee Fox\",\"dee\",\"dee\",,,\r\n")));  // a document
    EXPECT_THAT(text, HasSubstr("\"Receiver.class\": compiled Java; hand in its source, Receiver.java."));
    EXPECT_THAT(text, HasSubstr("Look at Bo Ray (udp-receiver), Cy Doe (udp-capitalize-server)"));
    EXPECT_THAT(text, HasSubstr("name the file in `program:`, or give points in overrides.csv"));
}

}  // namespace
}  // namespace sockgrade
