#include "system/name_service.hh"

#include <nss.h>

namespace sockgrade::system {

void use_own_name_services() {
#ifdef SOCKGRADE_STATIC
    ::__nss_configure_lookup("hosts", "files dns");
#endif
}

}  // namespace sockgrade::system
