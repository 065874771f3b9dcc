// Reads the lists that chance picks from.
#include "lesson/variety.h"

#include "base/file.h"
#include "lesson/fault.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace lesson {

namespace {

constexpr std::array<Key, 2> list_keys{{
    {.name = "codes", .kind = Kind::codes},
    {.name = "item", .kind = Kind::tables, .required = true, .most = 1000},
}};

void read_list(const std::filesystem::path& file, Variety& variety, base::Faults& faults) {
    const auto value = read_toml_file(file.string());
    if (!value) {
        faults.push_back(value.error());
        return;
    }
    const std::size_t before = faults.size();
    check(value.value(), variety_schema(), faults);
    if (faults.size() == before) {
        const Table& table = table_of(value.value());
        variety.lists.push_back(
            {file.stem().string(), texts_of(table, "codes"), items_of(table, "item"), value.value().place});
    }
}

} // namespace

const VarietyList* Variety::find(std::string_view name) const {
    const auto found = std::ranges::find(lists, name, &VarietyList::name);
    return found == lists.end() ? nullptr : &*found;
}

const Schema& variety_schema() {
    static constexpr Schema schema{"variety-list", list_keys};
    return schema;
}

Variety read_variety(const std::filesystem::path& folder, base::Faults& faults) {
    Variety variety;
    std::error_code error;
    if (!std::filesystem::exists(folder, error)) {
        return variety;
    }
    const auto files = base::list_folder(folder);
    if (!files) {
        faults.push_back(files.error());
        return variety;
    }
    for (const std::filesystem::path& file : files.value()) {
        if (file.extension() == ".toml") {
            read_list(file, variety, faults);
        }
    }
    return variety;
}

} // namespace lesson
