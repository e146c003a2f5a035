// Who is asked for the addresses of a host's name.
#pragma once

namespace sockgrade::system {

// In a program that was linked without shared libraries: /etc/hosts and DNS, which are within it. The other
// services that nsswitch.conf may name are shared objects, made for this machine's C library and not for
// ours. Otherwise nothing changes.
void use_own_name_services();

}  // namespace sockgrade::system
