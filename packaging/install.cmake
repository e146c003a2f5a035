# What `cmake --install` puts where, and what CPack makes of it: ci/package is the way to run that.

# In a build of what others get, the program in the build folder has its data beside it.
if(SOCKGRADE_RELEASED)
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/share)
  file(CREATE_LINK ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/share/sockgrade SYMBOLIC)
endif()

# Man pages and completions are made by the program, of its own command line; those of the docs by pandoc. All are the same
# bytes each time.
set(made ${CMAKE_BINARY_DIR}/generated/share)
set(of_docs "")
find_program(PANDOC pandoc)
if(PANDOC)
  set(of_docs COMMAND ${CMAKE_SOURCE_DIR}/packaging/doc_pages ${made}/man ${PROJECT_VERSION})
else()
  message(STATUS "Without pandoc there are no man pages of the docs (ci/install package)")
endif()
file(GLOB doc_sources CONFIGURE_DEPENDS docs/*.md)
add_custom_command(
  OUTPUT ${made}/made
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${made}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${made}/completion ${made}/doc
  COMMAND sockgrade manual --out ${made}/man/man1
  COMMAND sockgrade completion bash > ${made}/completion/sockgrade
  COMMAND sockgrade completion zsh > ${made}/completion/_sockgrade
  COMMAND sockgrade completion fish > ${made}/completion/sockgrade.fish
  ${of_docs}
  COMMAND ${CMAKE_SOURCE_DIR}/packaging/debian_files ${made}/doc ${PROJECT_VERSION}
  COMMAND sh -c "find ${made}/man -type f -exec gzip -9n {} +"
  COMMAND ${CMAKE_COMMAND} -E touch ${made}/made
  DEPENDS sockgrade ${doc_sources} packaging/doc_pages packaging/debian_files CHANGELOG.md LICENSE VERSION
  VERBATIM)
# A program with sanitizers is for tests only.
if(NOT SOCKGRADE_SANITIZE AND NOT SOCKGRADE_FUZZ AND NOT SOCKGRADE_TIDY)
  add_custom_target(manual ALL DEPENDS ${made}/made)
endif()

install(TARGETS sockgrade RUNTIME)
set(not_data PATTERN __pycache__ EXCLUDE PATTERN *.class EXCLUDE PATTERN *.o EXCLUDE)
install(DIRECTORY specs exercises templates examples DESTINATION ${CMAKE_INSTALL_DATADIR}/sockgrade ${not_data})
install(DIRECTORY tests/programs DESTINATION ${CMAKE_INSTALL_DATADIR}/sockgrade/tests ${not_data}
        PATTERN *.sh PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
install(DIRECTORY ${made}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR})
install(FILES ${made}/completion/sockgrade DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${made}/completion/_sockgrade DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${made}/completion/sockgrade.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES docs/schemas/result-1.json DESTINATION ${CMAKE_INSTALL_DATADIR}/sockgrade/schemas)

set(SOCKGRADE_MAINTAINER "The Sockgrade authors <sockgrade@users.noreply.github.com>"
    CACHE STRING "Who answers for the package")
set(doc_folder ${CMAKE_INSTALL_DATADIR}/doc/sockgrade)
if(SOCKGRADE_STATIC)
  install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${doc_folder})
  # Whose code is within it.
  install(DIRECTORY ${CMAKE_BINARY_DIR}/generated/licenses DESTINATION ${doc_folder})
  set(CPACK_GENERATOR TXZ)
  set(CPACK_PACKAGE_FILE_NAME sockgrade-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR})
else()
  install(DIRECTORY ${made}/doc/ DESTINATION ${doc_folder})
  set(CPACK_GENERATOR DEB)
endif()

set(CPACK_PACKAGE_NAME sockgrade)
set(CPACK_PACKAGE_VENDOR "The Sockgrade authors")
set(CPACK_PACKAGE_CONTACT ${SOCKGRADE_MAINTAINER})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "automated grader for TCP and UDP socket exercises")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_VERBATIM_VARIABLES ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "bubblewrap, python3")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "gcc, g++, default-jdk-headless, golang-go, nodejs, wireshark")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "Sockgrade starts a program in any language, plays the other end of the
conversation over real sockets, and says which requirement was met, which
was not, what went over the wire, and why. Students check their own work
with it, instructors a class's, and pipelines a pull request.
.
It brings exercises with handouts and starters: from one message by UDP to
servers for many clients, and senders that survive a network which loses
datagrams.")
include(CPack)
