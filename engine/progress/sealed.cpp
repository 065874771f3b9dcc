// Seals events and opens what was sealed: CBOR, zstd, secretstream, one after the other.
#include "progress/sealed.h"

#include "progress/bytes.h"
#include "progress/cbor.h"

#include <algorithm>
#include <array>
#include <memory>
#include <sodium.h>
#include <zstd.h>

namespace progress {

namespace {

constexpr std::string_view mark = "Coucou\r\n";
constexpr std::uint64_t version = 1;
constexpr std::size_t checksum_at = mark.size() + 4;
constexpr std::size_t checksum_size = 16;
constexpr std::size_t key_at = checksum_at + checksum_size;
constexpr std::size_t stream_at = key_at + WrappedKey::size;
constexpr std::size_t chunks_at = stream_at + crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t chunk_size = std::size_t{64} * 1024;
constexpr std::size_t chunk_overhead = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr int compression = 6;

static_assert(crypto_secretstream_xchacha20poly1305_KEYBYTES == Secret::size);

base::Error error(const char* id) {
    return {id, {}, {}};
}

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string checksum_of(std::string_view head) {
    std::array<unsigned char, checksum_size> sum{};
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, sum.size());
    crypto_generichash_update(&state, raw(head), checksum_at);
    crypto_generichash_update(&state, raw(head.substr(key_at)), chunks_at - key_at);
    crypto_generichash_final(&state, sum.data(), sum.size());
    return {sum.begin(), sum.end()};
}

base::Result<std::string> pack(const std::vector<Event>& events) {
    std::string plain;
    for (const Event& event : events) {
        const std::string one = cbor_of(event);
        put_number(plain, one.size(), 4);
        plain += one;
        if (plain.size() > most_unpacked_bytes) {
            return error("sealed.too-large");
        }
    }
    std::string packed(ZSTD_compressBound(plain.size()), '\0');
    const std::size_t size = ZSTD_compress(packed.data(), packed.size(), plain.data(), plain.size(), compression);
    if (ZSTD_isError(size) != 0U) {
        return error("sealed.too-large");
    }
    packed.resize(size);
    return packed;
}

/// Unpacks with a limit, so that a small file cannot fill the memory.
base::Result<std::string> unpack(std::string_view packed) {
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    if (!context) {
        return error("sealed.too-large");
    }
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, 26); // 64 MiB
    std::string plain;
    std::string block(ZSTD_DStreamOutSize(), '\0');
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    for (;;) {
        ZSTD_outBuffer out{block.data(), block.size(), 0};
        const std::size_t left = ZSTD_decompressStream(context.get(), &out, &in);
        if (ZSTD_isError(left) != 0U) {
            return error("sealed.damaged");
        }
        plain.append(block, 0, out.pos);
        if (plain.size() > most_unpacked_bytes) {
            return error("sealed.too-large");
        }
        if (left == 0 && in.pos == in.size) {
            return plain;
        }
        if (in.pos == in.size && out.pos < out.size) {
            return error("sealed.damaged"); // the end is missing
        }
    }
}

base::Result<std::vector<Event>> read_events(std::string_view plain) {
    std::vector<Event> events;
    ByteReader reader(plain);
    while (!reader.rest().empty()) {
        const auto size = static_cast<std::size_t>(reader.number(4));
        const std::string_view one = reader.take(size);
        auto event = reader.is_short() ? std::nullopt : event_of_cbor(one);
        if (!event) {
            return error("sealed.damaged");
        }
        events.push_back(std::move(*event));
        if (events.size() > most_sealed_events) {
            return error("sealed.too-large");
        }
    }
    return events;
}

/// The content of the stream, once its end was seen.
base::Result<std::string> decrypt(std::string_view bytes, const TrainerKey& key) {
    const std::string_view head = bytes.substr(0, chunks_at);
    crypto_secretstream_xchacha20poly1305_state state;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&state, raw(bytes.substr(stream_at)), key.secret.data()) != 0) {
        return error("sealed.damaged");
    }
    std::string content;
    content.reserve(bytes.size() - chunks_at);
    std::string block(chunk_size, '\0');
    bool is_final = false;
    for (std::size_t at = chunks_at; at < bytes.size() && !is_final;) {
        const std::string_view chunk = bytes.substr(at, chunk_size + chunk_overhead);
        unsigned char tag = 0;
        unsigned long long size = 0;
        if (chunk.size() < chunk_overhead ||
            crypto_secretstream_xchacha20poly1305_pull(&state, reinterpret_cast<unsigned char*>(block.data()), &size,
                                                       &tag, raw(chunk), chunk.size(), raw(head), head.size()) != 0) {
            break;
        }
        at += chunk.size();
        content.append(block, 0, size);
        is_final = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL && at == bytes.size();
    }
    sodium_memzero(&state, sizeof state);
    sodium_memzero(block.data(), block.size());
    return is_final ? base::Result<std::string>(std::move(content)) : error("sealed.damaged");
}

} // namespace

base::Result<std::string> seal(const std::vector<Event>& events, const TrainerKey& key) {
    if (events.size() > most_sealed_events) {
        return error("sealed.too-large");
    }
    COUCOU_TRY(const std::string packed, pack(events));
    std::string bytes(mark);
    put_number(bytes, version, 2);
    put_number(bytes, 0, 2);
    bytes.append(checksum_size, '\0');
    bytes += bytes_of(key.wrapped);
    bytes.resize(chunks_at);
    crypto_secretstream_xchacha20poly1305_state state;
    crypto_secretstream_xchacha20poly1305_init_push(&state, reinterpret_cast<unsigned char*>(bytes.data()) + stream_at,
                                                    key.secret.data());
    bytes.replace(checksum_at, checksum_size, checksum_of(bytes));
    const std::string head = bytes;
    for (std::size_t at = 0;; at += chunk_size) {
        const std::string_view chunk = std::string_view(packed).substr(at, chunk_size);
        const bool is_last = at + chunk.size() == packed.size();
        const std::size_t before = bytes.size();
        bytes.resize(before + chunk.size() + chunk_overhead);
        crypto_secretstream_xchacha20poly1305_push(&state, reinterpret_cast<unsigned char*>(bytes.data()) + before,
                                                   nullptr, raw(chunk), chunk.size(), raw(head), head.size(),
                                                   is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
        if (is_last) {
            break;
        }
    }
    sodium_memzero(&state, sizeof state);
    return bytes.size() <= most_sealed_bytes ? base::Result<std::string>(std::move(bytes)) : error("sealed.too-large");
}

base::Result<WrappedKey> key_in(std::string_view head) {
    if (!head.starts_with(mark)) {
        const bool is_cut = !head.empty() && mark.starts_with(head);
        return error(is_cut ? "sealed.damaged" : "sealed.foreign");
    }
    if (head.size() < chunks_at) {
        return error("sealed.damaged");
    }
    const std::uint64_t found = ByteReader(head.substr(mark.size())).number(2);
    const bool is_sound = checksum_of(head) == head.substr(checksum_at, checksum_size);
    if (found > version && is_sound) {
        return error("sealed.newer");
    }
    const auto wrapped = read_wrapped_key(head.substr(key_at, WrappedKey::size));
    if (!is_sound || found != version || !wrapped) {
        return error("sealed.damaged");
    }
    return wrapped.value();
}

base::Result<std::vector<Event>> open_sealed(std::string_view bytes, const TrainerKey& key) {
    if (bytes.size() > most_sealed_bytes) {
        return error("sealed.too-large");
    }
    COUCOU_TRY(const WrappedKey wrapped, key_in(bytes));
    if (wrapped.name != key.wrapped.name) {
        return error("sealed.other-trainer");
    }
    COUCOU_TRY(const std::string packed, decrypt(bytes, key));
    COUCOU_TRY(const std::string plain, unpack(packed));
    return read_events(plain);
}

} // namespace progress
