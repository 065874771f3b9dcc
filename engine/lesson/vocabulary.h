// The words that lesson files may use about the practice computer: its apps, their start states, and the facts that
// goals can ask for. The world layer fills these tables (world/apps.h); the lesson layer only reads them.
#pragma once

#include "lesson/schema.h"

#include <span>
#include <string_view>

namespace lesson {

/// What a fact's field holds.
enum class FieldKind { text, number, yes_no };

/// One field of a fact.
struct FactField {
    std::string_view name;
    FieldKind kind = FieldKind::text;
};

/// Where a fact comes from: it holds now (state), it happened during the step (event), or it happened and is one of the
/// small mistakes that every beginner makes (slip), which has a kind word of its own: message `slip.<name>`.
enum class FactOrigin { state, event, slip };

/// A fact that goals and mistakes can ask for, such as `pointer.clicked`. Its help text is `reference.<name>`.
struct FactKind {
    std::string_view name;
    FactOrigin origin = FactOrigin::event;
    std::span<const FactField> fields;
};

/// One app of the practice computer as lessons know it.
struct AppKind {
    std::string_view name; ///< the key under `start`
    const Schema* start = nullptr;
    std::span<const FactKind> facts;
    /// Adds the faults of a start state that no schema can express, such as a thing to be dragged to an unknown place.
    void (*check)(const Table& start, base::Faults& faults) = nullptr;
};

using Vocabulary = std::span<const AppKind>;

/// The fact of that name, or nullptr.
const FactKind* find_fact(Vocabulary vocabulary, std::string_view name);

/// The app of that name, or nullptr.
const AppKind* find_app(Vocabulary vocabulary, std::string_view name);

} // namespace lesson
