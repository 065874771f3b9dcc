// Texts, whole numbers and one array in CBOR.
#include "progress/cbor.h"

#include "progress/bytes.h"

#include <cstdint>
#include <limits>

namespace progress {

namespace {

/// The kinds of CBOR items that occur, as the three highest bits of the first byte.
enum Major : unsigned { positive = 0, negative = 1, text = 3, array = 4 };

constexpr std::uint64_t values_of_event = 6;

void put_head(std::string& bytes, Major major, std::uint64_t argument) {
    const auto first = static_cast<unsigned>(major << 5U);
    if (argument < 24) {
        bytes += static_cast<char>(first | argument);
        return;
    }
    // The argument follows in 1, 2, 4 or 8 bytes, the highest first.
    int size = 1;
    unsigned additional = 24;
    while (size < 8 && (argument >> (8 * size)) != 0) {
        size *= 2;
        ++additional;
    }
    bytes += static_cast<char>(first | additional);
    for (int i = size - 1; i >= 0; --i) {
        bytes += static_cast<char>((argument >> (8 * i)) & 0xFFU);
    }
}

void put_text(std::string& bytes, const std::string& value) {
    put_head(bytes, text, value.size());
    bytes += value;
}

void put_integer(std::string& bytes, std::int64_t value) {
    if (value < 0) {
        put_head(bytes, negative, ~static_cast<std::uint64_t>(value));
    } else {
        put_head(bytes, positive, static_cast<std::uint64_t>(value));
    }
}

/// Takes items from bytes. After the first that is not as it should be, nothing more is taken.
class CborReader {
public:
    explicit CborReader(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t size_of_array() { return head(array); }

    std::string take_text() {
        const std::uint64_t size = head(text);
        if (size > bytes_.rest().size()) {
            is_sound_ = false;
            return {};
        }
        return std::string(bytes_.take(static_cast<std::size_t>(size)));
    }

    std::int64_t take_integer() {
        const bool is_negative =
            !bytes_.rest().empty() && static_cast<unsigned char>(bytes_.rest().front()) >> 5U == negative;
        const std::uint64_t argument = head(is_negative ? negative : positive);
        if (argument > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
            is_sound_ = false;
            return 0;
        }
        return is_negative ? -1 - static_cast<std::int64_t>(argument) : static_cast<std::int64_t>(argument);
    }

    bool is_sound() const { return is_sound_ && !bytes_.is_short(); }

private:
    std::uint64_t head(Major expected) {
        const auto first = static_cast<unsigned>(bytes_.number(1));
        const unsigned additional = first & 0x1FU;
        if (first >> 5U != expected || additional > 27) {
            is_sound_ = false;
            return 0;
        }
        if (additional < 24) {
            return additional;
        }
        std::uint64_t argument = 0;
        for (unsigned i = 0; i < 1U << (additional - 24); ++i) {
            argument = argument << 8U | bytes_.number(1);
        }
        return argument;
    }

    ByteReader bytes_;
    bool is_sound_ = true;
};

} // namespace

std::string cbor_of(const Event& event) {
    std::string bytes;
    put_head(bytes, array, values_of_event);
    put_text(bytes, event.origin);
    put_integer(bytes, event.sequence);
    put_text(bytes, event.learner);
    put_integer(bytes, event.at);
    put_text(bytes, event.kind);
    put_text(bytes, event.body);
    return bytes;
}

std::optional<Event> event_of_cbor(std::string_view bytes) {
    CborReader reader(bytes);
    if (reader.size_of_array() < values_of_event) {
        return std::nullopt;
    }
    Event event;
    event.origin = reader.take_text();
    event.sequence = reader.take_integer();
    event.learner = reader.take_text();
    event.at = reader.take_integer();
    event.kind = reader.take_text();
    event.body = reader.take_text();
    return reader.is_sound() ? std::optional(std::move(event)) : std::nullopt;
}

} // namespace progress
