// What is asked of an HTTP response.
#include "language/language.hh"

namespace sockgrade::language {

namespace {

// clang-format off

constexpr Type kHeaderType = kWanted;
constexpr Place kHttpHeaders = {
    "http_headers", "Headers of a response", Scene::steps,
    "Names, in capitals or not, and what each header has to say. Other headers may come.",
    {}, &kHeaderType, 1, 20, true};
constexpr Word kNoBody[] = {
    {"none", true, "There is none, whatever length the head says: the answer to HEAD."},
};
constexpr Key kHttpKeys[] = {
    {"status", number(100, 599), "",
     "The number in its first line. Without it: any from 200 to 299.",
     "- client: { send: \"GET /nothing HTTP/1.0\\r\\n\\r\\n\" }\n- client: { expect: { http: { status: 404 } } }"},
    {"headers", map_of<kHttpHeaders>(), "",
     "What some of its headers say.",
     "- client: { send: \"GET / HTTP/1.0\\r\\n\\r\\n\" }\n- client: { expect: { http: { headers: { Content-Type: { like: \"text/html.*\" } } } } }"},
    {"body", kWanted.or_one_of(kNoBody), "",
     "What its body is: as long as Content-Length says, in chunks, or up to the end of the connection. Without it: anything.",
     "- client: { send: \"GET / HTTP/1.0\\r\\n\\r\\n\" }\n- client: { expect: { http: { status: 200, body: \"<h1>Hello</h1>\" } } }"},
};

}  // namespace

constinit const Place kHttp = {
    "http", "An HTTP response", Scene::steps,
    "What a response has to say beside being one.",
    kHttpKeys};

}  // namespace sockgrade::language
