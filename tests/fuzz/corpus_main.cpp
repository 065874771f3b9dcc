// Gives every file of the named folders to a fuzz entry, so that what once was found, and what is broken on purpose,
// stays harmless without a fuzzer at hand.
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

std::vector<char> content_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Whole, and cut short at several places.
void try_out(const std::vector<char>& content) {
    constexpr std::size_t cuts = 8;
    for (std::size_t cut = 1; cut <= cuts; ++cut) {
        const std::vector<char> part(content.begin(),
                                     content.begin() + static_cast<std::ptrdiff_t>(content.size() * cut / cuts));
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(part.data()), part.size());
    }
}

} // namespace

int main(int argument_count, char** arguments) {
    std::size_t tried = 0;
    for (int i = 1; i < argument_count; ++i) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(arguments[i])) {
            if (entry.is_regular_file()) {
                try_out(content_of(entry.path()));
                ++tried;
            }
        }
    }
    std::cout << tried << '\n';
    return tried == 0 ? 1 : 0;
}
