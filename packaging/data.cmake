# The files that come with the program: specs, handouts and starters, templates, proofs, and the examples of the docs. They lie in
# folders of the same names in share/sockgrade, since specs name their proofs by relative paths.

set(data_folders specs exercises templates tests/programs examples)

# Where the program looks for them, beside the places that are relative to itself (harness/shipped/data_folder.hh). A
# program that has them within takes those rather than another version's.
set(installed_data "")
set(source_data "")
if(NOT SOCKGRADE_STATIC)
  set(installed_data ${CMAKE_INSTALL_FULL_DATADIR}/sockgrade)
endif()
if(NOT SOCKGRADE_RELEASED)
  set(source_data ${CMAKE_SOURCE_DIR})
endif()
set_source_files_properties(harness/cli/catalog.cc PROPERTIES COMPILE_DEFINITIONS
                            "SOCKGRADE_INSTALLED_DATA=\"${installed_data}\";SOCKGRADE_SOURCE_DATA=\"${source_data}\"")

# The same bytes for the same files: nothing of the time, the user, or what running them left.
if(SOCKGRADE_STATIC)
  set(packed_data ${CMAKE_BINARY_DIR}/generated/data.tar.xz)
  list(TRANSFORM data_folders APPEND /* OUTPUT_VARIABLE data_globs)
  file(GLOB_RECURSE data_files CONFIGURE_DEPENDS ${data_globs})
  list(FILTER data_files EXCLUDE REGEX "/__pycache__/|\\.(class|o)$")
  add_custom_command(
    OUTPUT ${packed_data}
    COMMAND tar --create --sort=name --format=gnu --mtime=@0 --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX
            --exclude=__pycache__ --exclude=*.class --exclude=*.o --use-compress-program=xz\ -9\ -T1 --file=${packed_data}
            --directory=${CMAKE_SOURCE_DIR} ${data_folders}
    DEPENDS ${data_files}
    VERBATIM)
  add_custom_target(packed_data DEPENDS ${packed_data})
  add_dependencies(sockgrade_shipped packed_data)
  set_source_files_properties(harness/shipped/packed_data.cc PROPERTIES OBJECT_DEPENDS ${packed_data} COMPILE_DEFINITIONS
                                                                        SOCKGRADE_PACKED_DATA="${packed_data}"
                                                                        SKIP_UNITY_BUILD_INCLUSION ON)
endif()
