# Libraries for a program that needs none of them where it runs: their archives (lib*.a, of Debian's -dev packages).
# Each target is called as the other build's (CMakeLists.txt), and names what its archive needs in turn.

function(sockgrade_archive target)
  add_library(${target} INTERFACE IMPORTED)
  foreach(name ${ARGN})
    find_library(archive_${name} NAMES lib${name}.a REQUIRED)
    target_link_libraries(${target} INTERFACE ${archive_${name}})
  endforeach()
endfunction()

sockgrade_archive(yaml-cpp yaml-cpp)
sockgrade_archive(pugixml::pugixml pugixml)
sockgrade_archive(PkgConfig::SECCOMP seccomp)
sockgrade_archive(PkgConfig::RE2 re2)
sockgrade_archive(PkgConfig::ARCHIVE archive nettle acl attr lzma zstd lz4 bz2 z)
sockgrade_archive(PkgConfig::SQLITE sqlite3)
sockgrade_archive(PkgConfig::CRYPTO crypto)
sockgrade_archive(PkgConfig::ZLIB z)

# Case folding, normal forms and letters' properties are code in ICU. Its data, which would be three quarters of the
# program, are charsets, languages and calendars: nothing asks for those, so an empty table is enough.
enable_language(C)
add_library(sockgrade_without STATIC packaging/no_icu_data.c packaging/no_shared_objects.c)
target_compile_options(sockgrade_without PRIVATE -Wall -Wextra -Wpedantic -Werror)
sockgrade_archive(ICU::uc icuuc)
target_link_libraries(ICU::uc INTERFACE sockgrade_without)

# Parts of the archives that nothing calls stay out, and with them what they would need. The linker's only warning is of
# getaddrinfo(), which would load shared objects: harness/system/name_service.hh has what is done about that.
target_link_options(sockgrade_settings INTERFACE -static-pie -Wl,--gc-sections -Wl,--no-warnings)
set_source_files_properties(harness/system/name_service.cc PROPERTIES COMPILE_DEFINITIONS SOCKGRADE_STATIC SKIP_UNITY_BUILD_INCLUSION ON)

# Licenses want to be where the code is.
foreach(package libarchive-dev nettle-dev libacl1-dev libattr1-dev liblzma-dev libzstd-dev liblz4-dev libbz2-dev zlib1g-dev
                libyaml-cpp-dev libpugixml-dev libseccomp-dev libre2-dev libsqlite3-dev libssl-dev libicu-dev libfmt-dev libcli11-dev
                nlohmann-json3-dev libc6-dev libstdc++-12-dev)
  configure_file(${CMAKE_SYSROOT}/usr/share/doc/${package}/copyright
                 ${CMAKE_BINARY_DIR}/generated/licenses/${package}.txt COPYONLY)
endforeach()
