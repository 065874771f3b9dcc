// Reads passphrases.
#include "tools/passphrase.h"

#include "base/file.h"

#include <csignal>
#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace tools {

namespace {

/// Longest passphrase file, bytes.
constexpr std::size_t longest = 4096;

/// The terminal, not showing what is typed as long as this is there.
class Silence {
public:
    Silence() : terminal_(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)) {
        if (terminal_ < 0 || ::tcgetattr(terminal_, &before_) != 0) {
            return;
        }
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        silent.c_lflag |= ECHONL;
        is_silent_ = ::tcsetattr(terminal_, TCSAFLUSH, &silent) == 0;
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;
    ~Silence() {
        if (is_silent_) {
            ::tcsetattr(terminal_, TCSAFLUSH, &before_);
        }
        if (terminal_ >= 0) {
            ::close(terminal_);
        }
    }

    bool is_silent() const { return is_silent_; }
    int terminal() const { return terminal_; }

private:
    int terminal_ = -1;
    bool is_silent_ = false;
    termios before_{};
};

base::Result<std::string> ask(const std::string& question) {
    // Stopped in the middle, the terminal would stay silent.
    sigset_t stops;
    sigset_t before;
    sigemptyset(&stops);
    sigaddset(&stops, SIGINT);
    sigaddset(&stops, SIGTSTP);
    sigprocmask(SIG_BLOCK, &stops, &before);
    std::string typed;
    bool is_read = false;
    {
        const Silence silence;
        if (silence.is_silent() && ::write(silence.terminal(), question.data(), question.size()) >= 0) {
            char c = 0;
            while (::read(silence.terminal(), &c, 1) == 1 && c != '\n' && typed.size() < longest) {
                typed += c;
            }
            is_read = true;
        }
    }
    sigprocmask(SIG_SETMASK, &before, nullptr);
    return is_read ? base::Result<std::string>(std::move(typed)) : base::Error{"passphrase.no-terminal", {}, {}};
}

} // namespace

base::Result<std::string> read_passphrase(const Context& context, const std::string& file, std::string_view question) {
    if (file.empty()) {
        return ask(context.text(question) + " ");
    }
    COUCOU_TRY(std::string line, base::read_file(file, longest));
    line.resize(std::min(line.find_first_of("\r\n"), line.size()));
    return line;
}

} // namespace tools
