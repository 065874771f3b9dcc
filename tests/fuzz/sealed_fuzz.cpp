// Any bytes as a sealed file, as the events in one, and as a wrapped key: nothing in them may crash or fill the memory.
#include "progress/cbor.h"
#include "progress/merge.h"
#include "progress/sealed.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

// The name and form are libFuzzer's.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    progress::TrainerKey key;
    // Files of the key that is all zeros are taken as ours, so that the fuzzer gets beyond the head.
    if (const auto wrapped = progress::key_in(bytes)) {
        key.wrapped = wrapped.value();
    }
    (void)progress::open_sealed(bytes, key);
    (void)progress::read_wrapped_key(bytes);
    if (const auto event = progress::event_of_cbor(bytes)) {
        (void)progress::is_well_formed(*event);
        // What can be read is written back as what can be read.
        if (progress::event_of_cbor(progress::cbor_of(*event)) != event) {
            __builtin_trap();
        }
    }
    return 0;
}
