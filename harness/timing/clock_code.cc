#include "timing/clock_code.hh"

#include <elf.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

// What stands in the program's vDSO: how far its clock is ahead, and the functions, which find that beside
// them wherever they are. Each makes the real system call; r10 is its fourth argument. 0xbf3: the clocks of
// follows_time(). How far: seconds in the upper half, microseconds in the lower half of one number, which is
// read and written at once, since a thread that never rests may read it while we write.
#if defined(__x86_64__)
asm(R"(
    .pushsection .rodata
    .balign 16
    .hidden sockgrade_clock_begin, sockgrade_clock_gettime, sockgrade_clock_timeofday, sockgrade_clock_time
    .hidden sockgrade_clock_end
    .globl sockgrade_clock_begin, sockgrade_clock_gettime, sockgrade_clock_timeofday, sockgrade_clock_time
    .globl sockgrade_clock_end
sockgrade_clock_begin:
    .quad 0x736f636b67726164
.Lahead:
    .quad 0
sockgrade_clock_gettime:
.Lreading:
    movl $228, %eax
    movabsq $0x736f636b67726164, %r10
    syscall
    testl %eax, %eax
    jnz 2f
    cmpl $11, %edi
    ja 2f
    movl $0xbf3, %ecx
    btl %edi, %ecx
    jnc 2f
    movq .Lahead(%rip), %rdx
    movl %edx, %ecx
    shrq $32, %rdx
    addq %rdx, (%rsi)
    imulq $1000, %rcx, %rcx
    addq 8(%rsi), %rcx
    cmpq $1000000000, %rcx
    jl 1f
    subq $1000000000, %rcx
    incq (%rsi)
1:  movq %rcx, 8(%rsi)
2:  ret
sockgrade_clock_timeofday:
    movl $96, %eax
    movabsq $0x736f636b67726164, %r10
    syscall
    testl %eax, %eax
    jnz 2f
    testq %rdi, %rdi
    jz 2f
    movq .Lahead(%rip), %rdx
    movl %edx, %ecx
    shrq $32, %rdx
    addq %rdx, (%rdi)
    addq 8(%rdi), %rcx
    cmpq $1000000, %rcx
    jl 1f
    subq $1000000, %rcx
    incq (%rdi)
1:  movq %rcx, 8(%rdi)
2:  ret
sockgrade_clock_time:
    pushq %rdi
    subq $16, %rsp
    xorl %edi, %edi
    movq %rsp, %rsi
    call .Lreading
    movq (%rsp), %rax
    addq $16, %rsp
    popq %rdi
    testq %rdi, %rdi
    jz 1f
    movq %rax, (%rdi)
1:  ret
sockgrade_clock_end:
    .popsection
)");
extern "C" {
extern const unsigned char sockgrade_clock_begin[];
extern const unsigned char sockgrade_clock_gettime[];
extern const unsigned char sockgrade_clock_timeofday[];
extern const unsigned char sockgrade_clock_time[];
extern const unsigned char sockgrade_clock_end[];
}
#endif

namespace sockgrade::timing {

using system::Fd;

namespace {

constexpr std::size_t kPage = 4096;
constexpr std::size_t kMostOfAnImage = std::size_t{64} << 10;

template <typename T>
bool read_at(const Fd& file, std::uint64_t address, T& to) {
    return ::pread(file.get(), &to, sizeof(to), static_cast<off_t>(address)) == sizeof(to);
}

bool write_at(const Fd& file, std::uint64_t address, const void* from, std::size_t size) {
    return ::pwrite(file.get(), from, size, static_cast<off_t>(address)) == static_cast<ssize_t>(size);
}

// Of the vDSO, which the kernel tells each process.
std::optional<std::uint64_t> address_of_image(const Fd& auxiliary) {
    std::array<Elf64_auxv_t, 64> entries{};
    const ssize_t size = ::pread(auxiliary.get(), entries.data(), sizeof(entries), 0);
    if (size <= 0) return std::nullopt;
    const auto end = entries.begin() + size / static_cast<ssize_t>(sizeof(Elf64_auxv_t));
    const auto found = std::find_if(
        entries.begin(), end, [](const Elf64_auxv_t& entry) { return entry.a_type == AT_SYSINFO_EHDR; });
    return found == end || found->a_un.a_val == 0 ? std::nullopt : std::optional(found->a_un.a_val);
}

struct Function {
    std::string_view name;
    std::size_t code = 0;  // where its replacement stands, from the beginning of ours
};

// The vDSO of a process: an ELF file in memory, with zeros behind it up to the end of its last page.
class Image {
  public:
    Image(const Fd& memory, const Fd& auxiliary) : memory_(memory) {
        const auto address = address_of_image(auxiliary);
        if (!address.has_value() || !read_at(memory, *address, header_)) return;
        if (std::memcmp(header_.e_ident, ELFMAG, SELFMAG) != 0 || header_.e_ident[EI_CLASS] != ELFCLASS64 ||
            header_.e_machine != EM_X86_64 || header_.e_shentsize != sizeof(Elf64_Shdr))
            return;
        const std::uint64_t size = header_.e_shoff + std::uint64_t{header_.e_shnum} * sizeof(Elf64_Shdr);
        if (size > kMostOfAnImage) return;
        sections_.resize(header_.e_shnum);
        if (!read(header_.e_shoff + *address, sections_.data(), sections_.size() * sizeof(Elf64_Shdr)))
            return;
        base_ = *address;
        room_ = base_ + (size + 15) / 16 * 16;
        end_ = base_ + (size + kPage - 1) / kPage * kPage;
    }

    bool is_known() const { return base_ != 0; }
    std::uint64_t room() const { return room_; }  // where nothing stands
    std::uint64_t end() const { return end_; }

    std::optional<std::uint64_t> address_of(std::string_view name) const {
        const auto table = std::find_if(sections_.begin(), sections_.end(),
                                        [](const Elf64_Shdr& one) { return one.sh_type == SHT_DYNSYM; });
        if (table == sections_.end() || table->sh_link >= sections_.size()) return std::nullopt;
        const Elf64_Shdr& names = sections_[table->sh_link];
        if (table->sh_size > kMostOfAnImage || names.sh_size > kMostOfAnImage) return std::nullopt;
        std::vector<Elf64_Sym> symbols(table->sh_size / sizeof(Elf64_Sym));
        std::vector<char> text(names.sh_size + 1, '\0');
        if (!read(base_ + table->sh_offset, symbols.data(), symbols.size() * sizeof(Elf64_Sym)) ||
            !read(base_ + names.sh_offset, text.data(), names.sh_size))
            return std::nullopt;
        for (const Elf64_Sym& symbol : symbols)
            if (symbol.st_name < names.sh_size && symbol.st_value != 0 &&
                std::string_view(text.data() + symbol.st_name) == name)
                return base_ + symbol.st_value;
        return std::nullopt;
    }

  private:
    bool read(std::uint64_t address, void* to, std::size_t size) const {
        return ::pread(memory_.get(), to, size, static_cast<off_t>(address)) == static_cast<ssize_t>(size);
    }

    const Fd& memory_;
    Elf64_Ehdr header_{};
    std::vector<Elf64_Shdr> sections_;
    std::uint64_t base_ = 0;
    std::uint64_t room_ = 0;
    std::uint64_t end_ = 0;
};

// jmp rel32, to a place in the same image.
bool put_jump(const Fd& memory, std::uint64_t at, std::uint64_t to) {
    std::array<unsigned char, 5> code{0xe9};
    const auto distance = static_cast<std::int32_t>(static_cast<std::int64_t>(to - at) - 5);
    std::memcpy(code.data() + 1, &distance, sizeof(distance));
    return write_at(memory, at, code.data(), code.size());
}

}  // namespace

bool follows_time(int clock) {
    return clock >= 0 && clock <= CLOCK_TAI && clock != CLOCK_PROCESS_CPUTIME_ID &&
           clock != CLOCK_THREAD_CPUTIME_ID && clock != CLOCK_TAI - 1;
}

bool put_ahead(const Fd& memory, std::uint64_t replaced, std::chrono::microseconds ahead) {
    const auto whole = static_cast<std::uint64_t>(ahead.count());
    const std::uint64_t parts = whole / 1'000'000 << 32 | whole % 1'000'000;
    return write_at(memory, replaced + sizeof(kOwnReading), &parts, sizeof(parts));
}

std::uint64_t replaced_clock(const Fd& memory, const Fd& auxiliary) {
    const Image image(memory, auxiliary);
    std::uint64_t mark = 0;
    if (!image.is_known() || !read_at(memory, image.room(), mark) || mark != kOwnReading) return 0;
    return image.room();
}

#if defined(__x86_64__)

bool replace_clock(const Fd& memory, const Fd& auxiliary, std::chrono::microseconds ahead) {
    const Image image(memory, auxiliary);
    const auto size = static_cast<std::size_t>(sockgrade_clock_end - sockgrade_clock_begin);
    if (!image.is_known() || image.room() + size > image.end()) return false;
    const auto place = [](const unsigned char* code) {
        return static_cast<std::size_t>(code - sockgrade_clock_begin);
    };
    const std::array functions{Function{"__vdso_clock_gettime", place(sockgrade_clock_gettime)},
                               Function{"__vdso_gettimeofday", place(sockgrade_clock_timeofday)},
                               Function{"__vdso_time", place(sockgrade_clock_time)}};
    std::array<std::uint64_t, functions.size()> addresses{};
    for (std::size_t i = 0; i < functions.size(); ++i) {
        const auto address = image.address_of(functions[i].name);
        if (!address.has_value()) return false;
        addresses[i] = *address;
    }
    if (!write_at(memory, image.room(), sockgrade_clock_begin, size) ||
        !put_ahead(memory, image.room(), ahead))
        return false;
    for (std::size_t i = 0; i < functions.size(); ++i)
        if (!put_jump(memory, addresses[i], image.room() + functions[i].code)) return false;
    return true;
}

#else

bool replace_clock(const Fd&, const Fd&, std::chrono::microseconds) { return false; }

#endif

}  // namespace sockgrade::timing
