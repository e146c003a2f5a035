#include "sandbox/probe.hh"

#include <unistd.h>

#include <cerrno>

#include "sandbox/abilities.hh"
#include "sandbox/control_group.hh"

namespace sockgrade::sandbox {

using system::Trial;

namespace {

Trial try_world(Level level) {
    const Trial network = try_own_network(level);
    return network.works() ? try_own_files(level) : network;
}

}  // namespace

Trial try_level(Level level) {
    const bool is_root = ::geteuid() == 0;
    const auto others = [is_root]() -> Trial {
        if (!is_root) return {"only root can", 0};
        if (is_of_caller(identity_for_programs())) return {"this root can't become another user", EPERM};
        return {};
    };
    switch (level) {
        case Level::limited: {
            const Trial world = try_level(Level::namespaces);
            return world.works() ? try_control_groups() : world;
        }
        case Level::namespaces:
            return try_world(level);
        case Level::privileged:
            return others().works() ? try_world(level) : others();
        case Level::own_user:
            if (!others().works()) return others();
            return system::attempt_in_child([] {
                become(identity_for_programs());
                return Trial{};
            });
        case Level::shared:
            return {};
    }
    return {};
}

Level probe_level() {
    if (try_level(Level::namespaces).works())
        return try_control_groups().works() ? Level::limited : Level::namespaces;
    for (const Level level : {Level::privileged, Level::own_user})
        if (try_level(level).works()) return level;
    return Level::shared;
}

}  // namespace sockgrade::sandbox
