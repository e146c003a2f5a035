// One input under limits: what an input of a few kilobytes takes more of is a way to stop the grader. The
// time is that of the processor, so that no busy machine makes a finding.
#include <sys/time.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdint>
#include <cstdlib>

#include "base/text.hh"
#include "tests/fuzz/target.hh"

// As <sanitizer/allocator_interface.h> has them, which GCC's package leaves out.
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming)
extern "C" int __sanitizer_install_malloc_and_free_hooks(void (*taken)(const volatile void*, std::size_t),
                                                         void (*given_back)(const volatile void*));
extern "C" std::size_t __sanitizer_get_allocated_size(const volatile void* memory);
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

namespace sockgrade::fuzz {

namespace {

constexpr std::int64_t kMostHeap = std::int64_t{256} << 20;
constexpr time_t kMostSeconds = 5;

// Called from within malloc() and from a signal, so that it must not ask for memory itself.
[[noreturn]] void end_with(std::string_view message) {
    static_cast<void>(::write(STDERR_FILENO, message.data(), message.size()) < 0);
    std::abort();
}

std::atomic<std::int64_t> held = 0;

void count_taken(const volatile void*, std::size_t size) {
    held += static_cast<std::int64_t>(size);
    if (held > kMostHeap) {
        held = 0;
        end_with("fuzz: this input takes more than 256 MiB\n");
    }
}

void count_given_back(const volatile void* memory) {
    if (memory != nullptr) held -= static_cast<std::int64_t>(__sanitizer_get_allocated_size(memory));
}

void count_memory() {
    static const bool counts = __sanitizer_install_malloc_and_free_hooks(count_taken, count_given_back) != 0;
    if (!counts) end_with("fuzz: memory cannot be counted\n");
    held = 0;
}

void allow_seconds(time_t seconds) {
    const itimerval timer{{0, 0}, {seconds, 0}};
    ::setitimer(ITIMER_PROF, &timer, nullptr);
}

void out_of_time(int) { end_with("fuzz: this input takes more than 5 s of the processor\n"); }

}  // namespace

void require(bool holds, std::string_view property, std::string_view about) {
    if (holds) return;
    end_with("fuzz: this must hold: " + std::string(property) + "\nfuzz: " + quote(about, 2000) + "\n");
}

std::string Pieces::text() {
    if (rest_.empty()) rest_ = all_;
    const std::size_t end = rest_.find('\0');
    std::string text(rest_.substr(0, end));
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    return text;
}

std::size_t Pieces::number(std::size_t bound) {
    if (rest_.empty()) rest_ = all_;
    if (rest_.empty()) return 0;
    const std::size_t number = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return number % bound;
}

}  // namespace sockgrade::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace sockgrade::fuzz;
    static const bool once = [] { return std::signal(SIGPROF, out_of_time) != SIG_ERR; }();
    static_cast<void>(once);
    count_memory();
    allow_seconds(kMostSeconds);
    look_at({reinterpret_cast<const char*>(data), size});
    allow_seconds(0);
    return 0;
}
