#include "sandbox/runtime_paths.hh"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "system/temporary_folder.hh"

namespace sockgrade::sandbox {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::IsSupersetOf;

class RuntimePaths : public testing::Test {
  protected:
    std::string put(const std::string& name) const {
        const fs::path file = root() + "/" + name;
        fs::create_directories(file.parent_path());
        std::ofstream(file) << "x";
        return file.string();
    }
    std::string link(const std::string& name, const std::string& target) const {
        const fs::path file = root() + "/" + name;
        fs::create_directories(file.parent_path());
        fs::create_symlink(target, file);
        return file.string();
    }
    std::string root() const { return fs::canonical(folder_.path()).string(); }

  private:
    system::TemporaryFolder folder_;
};

TEST_F(RuntimePaths, AreWhatIsThere) {
    put("usr/bin/sh");
    put("opt/tool/bin/tool");
    put("home/me/secret");
    put("etc/services");
    put("etc/ssl/certs/ca.pem");
    EXPECT_THAT(runtime_paths(root()),
                ElementsAre(RuntimePath{"/usr", {}}, RuntimePath{"/opt", {}},
                            RuntimePath{"/etc/services", {}}, RuntimePath{"/etc/ssl/certs", {}}));
}

TEST_F(RuntimePaths, KeepLinksAsLinks) {
    put("usr/bin/sh");
    put("usr/share/zoneinfo/Europe/Berlin");
    link("bin", "usr/bin");
    link("etc/localtime", "../usr/share/zoneinfo/Europe/Berlin");
    EXPECT_THAT(runtime_paths(root()),
                ElementsAre(RuntimePath{"/usr", {}}, RuntimePath{"/bin", "usr/bin"},
                            RuntimePath{"/etc/localtime", "../usr/share/zoneinfo/Europe/Berlin"}));
}

TEST_F(RuntimePaths, MountWhatALinkOutOfSightPointsTo) {
    put("usr/bin/sh");
    put("data/opt/tool");
    link("opt", "data/opt");
    link("sbin", "nowhere");
    EXPECT_THAT(runtime_paths(root()), ElementsAre(RuntimePath{"/usr", {}}, RuntimePath{"/opt", {}}));
}

TEST_F(RuntimePaths, LeaveOutWhatIsNobodysBusiness) {
    for (const char* name : {"passwd", "group", "shadow", "hosts", "hostname", "nsswitch.conf", "npmrc",
                             "ssl/private/key.pem", "ssh/ssh_host_key", "resolv.conf", "machine-id"})
        put(std::string("etc/") + name);
    EXPECT_THAT(runtime_paths(root()), IsEmpty());
}

TEST_F(RuntimePaths, TakeSettingsWithAVersionInTheirNames) {
    put("etc/java-17-openjdk/net.properties");
    put("etc/python3.11/sitecustomize.py");
    EXPECT_THAT(runtime_paths(root()),
                ElementsAre(RuntimePath{"/etc/java-17-openjdk", {}}, RuntimePath{"/etc/python3.11", {}}));
}

TEST_F(RuntimePaths, OfThisMachineHoldItsShell) {
    EXPECT_TRUE(is_covered("/bin/sh", runtime_paths()));
    EXPECT_FALSE(is_covered("/usrlocal", runtime_paths()));
    EXPECT_FALSE(is_covered("/etc/passwd", runtime_paths()));
}

TEST_F(RuntimePaths, AreEnoughForWhatIsInstalledThere) {
    EXPECT_THAT(installation_of("/bin/sh", root()), IsEmpty());
    EXPECT_THAT(installation_of(root() + "/no/bin/tool", root()), IsEmpty());
}

TEST_F(RuntimePaths, OfAToolElsewhereAreTheFolderAroundItsBin) {
    EXPECT_THAT(installation_of(put("home/.pyenv/versions/3.11.7/bin/python3"), root() + "/home"),
                ElementsAre(root() + "/home/.pyenv/versions/3.11.7"));
    EXPECT_THAT(installation_of(put("tools/node/node"), root() + "/home"),
                ElementsAre(root() + "/tools/node"));
}

TEST_F(RuntimePaths, OfAVirtualEnvironmentIncludeThePythonBehindIt) {
    const std::string real = put("home/miniconda3/bin/python3.11");
    link("home/miniconda3/bin/python3", "python3.11");
    const std::string tool = link("home/venv/bin/python3", root() + "/home/miniconda3/bin/python3");
    link("home/venv/bin/python", "python3");
    EXPECT_THAT(installation_of(root() + "/home/venv/bin/python", root() + "/home"),
                ElementsAre(root() + "/home/venv", root() + "/home/miniconda3"));
    EXPECT_THAT(installation_of(tool, root() + "/home"), Contains(root() + "/home/miniconda3"));
}

TEST_F(RuntimePaths, OfAFolderThatIsALinkAreUnderBothNames) {
    put("home/.sdkman/java/17.0.1/bin/java");
    link("home/.sdkman/java/current", "17.0.1");
    EXPECT_THAT(installation_of(root() + "/home/.sdkman/java/current/bin/java", root() + "/home"),
                ElementsAre(root() + "/home/.sdkman/java/current", root() + "/home/.sdkman/java/17.0.1"));
}

TEST_F(RuntimePaths, OpenNobodysHome) {
    const std::string real = put("home/me/.local/share/uv/cpython/bin/python3.12");
    const std::string home = root() + "/home/me";
    EXPECT_THAT(installation_of(link("home/me/.local/bin/python3", real), home),
                ElementsAre(home + "/.local/bin/python3", home + "/.local/share/uv/cpython"));
    EXPECT_THAT(installation_of(put("home/me/bin/tool"), home), ElementsAre(home + "/bin/tool"));
    EXPECT_THAT(installation_of(put("home/me/tool"), home), ElementsAre(home + "/tool"));
    EXPECT_THAT(installation_of(put("home/bin/tool"), home), ElementsAre(root() + "/home/bin/tool"));
}

TEST_F(RuntimePaths, KnowWhatIsShared) {
    for (const char* folder : {"/", "/home", "/home/me", "/home/me/.local", "/tmp", "/var/tmp", "/var"})
        EXPECT_TRUE(is_shared_folder(folder, "/home/me")) << folder;
    for (const char* folder : {"/home/me/hw", "/home/you", "/tmp/hw", "/srv"})
        EXPECT_FALSE(is_shared_folder(folder, "/home/me")) << folder;
    EXPECT_TRUE(is_shared_folder("/", ""));
}

TEST_F(RuntimePaths, AreNotFollowedInCircles) {
    link("a/bin/tool", root() + "/b/bin/tool");
    EXPECT_THAT(installation_of(link("b/bin/tool", root() + "/a/bin/tool"), root() + "/home"), IsEmpty());
}

}  // namespace
}  // namespace sockgrade::sandbox
