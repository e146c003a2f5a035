// What an attack must neither read, change nor reach: all of it outside of its submission, and open to
// everybody, so that permissions are never what stops it.
#pragma once

#include <sys/types.h>

#include <map>
#include <string>
#include <vector>

#include "system/fd.hh"
#include "system/temporary_folder.hh"

namespace sockgrade {

class Canaries {
  public:
    // `owner`: who the grader will be.
    explicit Canaries(uid_t owner);
    Canaries(const Canaries&) = delete;
    Canaries& operator=(const Canaries&) = delete;
    ~Canaries();

    const std::string& mark() const { return mark_; }           // in every name; no other run's has it
    std::string secret(const std::string& of) const;            // never in the text of an attack
    std::string anything_secret() const { return secret(""); }  // how all secrets begin
    std::string folder(const std::string& name) const { return folder_.path() + "/" + name; }

    // What an attack finds instead of @name@ in its text.
    const std::map<std::string, std::string>& places() const { return places_; }

    // What was changed, reached or is left, in words; empty when all is as it was. The result file is the
    // caller's to look at.
    std::vector<std::string> harm() const;
    // The same for what lies in the machine's shared places; removes it.
    std::vector<std::string> left_behind() const;

  private:
    void make_files(uid_t owner);
    void open_sockets();
    void start_process(uid_t owner);

    system::TemporaryFolder folder_;
    std::string mark_;
    int key_ = 0;  // of System V's objects
    std::map<std::string, std::string> places_;
    system::Fd tcp_;
    system::Fd udp_;
    system::Fd unix_;
    system::Fd abstract_;
    pid_t process_ = -1;
};

}  // namespace sockgrade
