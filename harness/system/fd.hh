// An open file descriptor with one owner.
#pragma once

namespace sockgrade::system {

class Fd {
  public:
    Fd() = default;
    // Takes over `number`; -1 owns nothing.
    explicit Fd(int number) : number_(number) {}
    Fd(Fd&& other) noexcept : number_(other.release()) {}
    Fd& operator=(Fd&& other) noexcept;
    Fd(const Fd&) = delete;
    Fd& operator=(const Fd&) = delete;
    ~Fd() { reset(); }

    int get() const { return number_; }
    bool valid() const { return number_ >= 0; }
    // Gives the descriptor away without closing it.
    [[nodiscard]] int release();
    // Closes what it owned, then owns `number`.
    void reset(int number = -1);

  private:
    int number_ = -1;
};

}  // namespace sockgrade::system
