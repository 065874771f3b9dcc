// The stage and the practice computer agree, program by program: what is drawn to be touched is what is listed, and all
// that is listed can be brought into view with the wheel and then touched where it lies.
#include "../amount.h"
#include "base/random.h"
#include "desk_hand.h"
#include "lesson/site.h"
#include "world/desk_parts.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

constexpr int deeds_a_look = times(200, 75);
constexpr int deeds_between = times(20, 25); // of which everything that is listed is reached for

constexpr std::string_view many_files = R"(
[files]
stick = true
folder = [{ name = "Vacances", in = "documents" }, { name = "Factures", in = "documents" }]
file = [
    { name = "Bail.pdf", in = "documents", text = "Bail de l’appartement." },
    { name = "Budget.ods", in = "documents" }, { name = "Lettre au maire.txt", in = "documents", text = "Madame," },
    { name = "Courses.txt", in = "documents", text = "Pain" }, { name = "Plage.jpg", in = "documents", picture = "sea" },
    { name = "Musique.mp3", in = "documents" }, { name = "Archives.zip", in = "documents" },
    { name = "Un nom qui est bien plus long que la place qu’il y a pour lui.txt", in = "documents" },
    { name = "A.txt", in = "documents" }, { name = "B.txt", in = "documents" }, { name = "C.txt", in = "documents" },
    { name = "D.txt", in = "documents" }, { name = "E.txt", in = "documents" }, { name = "F.txt", in = "documents" },
    { name = "G.txt", in = "documents" }, { name = "H.txt", in = "documents" }, { name = "I.txt", in = "documents" },
    { name = "Photo.jpg", in = "desktop", picture = "cat" }, { name = "Vieux.txt", in = "bin" },
    { name = "Facture.txt", in = "downloads" }, { name = "Gagnez.exe", in = "downloads", risky = true },
]
)";

constexpr std::string_view much_mail = R"toml(
[mail]
address = "camille@valmail.fr"
name = "Camille Roux"
contacts = ["Marie Petit <marie@exemple.fr>", "Marc Roy <marc@exemple.fr>"]
[[mail.folder]]
name = "Famille"
[[mail.inbox]]
from = "Marie Petit <marie@exemple.fr>"
to = "Camille Roux <camille@valmail.fr>, Marc Roy <marc@exemple.fr>"
subject = "Jeudi"
body = "Bonjour, venez-vous jeudi ? Le plan : [ici](http://www.valbois.fr/)\n\n\n\n\n\n\n\n\n\n\n\nMarie"
[[mail.inbox.attachment]]
name = "Plan.txt"
text = "À gauche après le pont."
[[mail.inbox.attachment]]
name = "Photo.jpg"
picture = "sea"
[[mail.inbox]]
from = "Votre banque <securite@compte-verif.xyz>"
subject = "URGENT"
body = "Compte bloqué : [www.mabanque.fr](http://compte-verif.xyz/)"
danger = "Une banque ne demande jamais cela."
[[mail.inbox.attachment]]
name = "facture.exe"
risky = true
)toml";

/// Many more messages, so that the list scrolls.
std::string more_mail() {
    std::string all;
    for (int i = 1; i <= 14; ++i) {
        all += "[[mail.inbox]]\nfrom = \"Marc Roy <marc@exemple.fr>\"\nsubject = \"Nouvelle " + std::to_string(i) +
               "\"\nbody = \"Bonjour !\"\nread = true\n";
    }
    return all;
}

Sites shipped_sites() {
    static const Sites sites =
        std::make_shared<const std::vector<lesson::Site>>(lesson::read_sites(COUCOU_SOURCE_DIR "/lessons/sites").sites);
    return sites;
}

/// Where a program's part of the test begins.
struct Beginning {
    std::string name;
    std::string window; ///< what the names of its targets begin with; empty for the desktop
    std::string tables; ///< of the lesson, beside `[desktop]`
    std::string open;   ///< the programs that are started
    std::string file;   ///< opened by its program; empty for none
};

Beginning at_page(std::string name, const std::string& address) {
    return {std::move(name), "browser", "[browser]\nat = \"" + address + "\"\n" + std::string(many_files), "", ""};
}

const std::vector<Beginning>& beginnings() {
    static const std::string files(many_files);
    static const std::string mail = std::string(much_mail) + more_mail();
    static const std::vector<Beginning> all{
        {"desktop", "", files + mail, R"("editor", "mail", "browser")", ""},
        {"files", "files", files, R"("files")", ""},
        at_page("form", "www.valbois.fr/rendez-vous.html"),
        at_page("cookies and pop-up", "www.laboutiquedujardin.fr"),
        at_page("certificate", "www.banque-du-val.verification-compte.info"),
        {"webmail", "browser",
         "[browser]\nat = \"www.valmail.fr/boite.html\"\n"
         "remember = [{ site = \"www.valmail.fr\", name = \"connecte\", value = \"oui\" }]\n" +
             files + mail,
         "", ""},
        {"mail", "mail", files + mail, R"("mail")", ""},
        {"editor", "editor", files, "", "Lettre au maire.txt"},
        {"picture", "viewer", files, "", "Plage.jpg"},
        {"document", "viewer", files, "", "Bail.pdf"},
        {"risky file", "viewer", files, "", "Gagnez.exe"},
    };
    return all;
}

/// The start tables of a beginning, in one of the two looks.
std::string tables_of(const Beginning& beginning, const std::string& look) {
    const std::string open = beginning.open.empty() ? "" : "open = [" + beginning.open + "]\n";
    return "[desktop]\nlook = \"" + look + "\"\n" + open + beginning.tables;
}

/// Opens a file in the program that shows such files.
void open_file(Hand& hand, const std::string& name) {
    world::DeskState state = hand.state();
    const auto node = std::ranges::find(state.disk->nodes, name, &world::Node::name);
    REQUIRE_MESSAGE(node != state.disk->nodes.end(), name);
    std::vector<world::Event> unheard;
    world::Doing doing{state, 0, unheard};
    world::fulfil(doing, {}, {world::OpenFile{node->id}});
    desk_of(hand.computer).timeline = world::Timeline<world::DeskState>(std::move(state));
    hand.look_again();
}

/// Does something at random, mostly in the program's own window, in ways that lists of actions leave out too.
class RandomDeeds {
public:
    RandomDeeds(Hand& hand, std::string window, base::Random& random)
        : hand_(hand), window_(std::move(window)), first_(hand.computer), random_(random) {}

    void act() {
        if (is_elsewhere() && random_.below(4) == 0) {
            hand_.computer = first_;
            hand_.look_again();
            return;
        }
        const auto chance = random_.below(20);
        const std::vector<world::Target> all = world::targets(hand_.state());
        if (chance < 2) {
            place(all);
        } else if (chance < 4) {
            hand_.do_it(world::Type{texts.at(random_.below(texts.size()))});
        } else if (chance < 6) {
            press_keys();
        } else {
            choose();
        }
    }

private:
    static constexpr std::array texts{"a", "plage", "mairie", "marie@exemple.fr", "L’été", "12", "www.valbois.fr"};

    bool is_elsewhere() {
        const world::Window* front = world::active_window(hand_.state());
        return !window_.empty() && (front == nullptr || !front->name.starts_with(window_));
    }

    void place(const std::vector<world::Target>& all) {
        for (const world::Target& target : all) {
            if (world::can(target, world::placeable) && random_.below(2) == 0) {
                hand_.do_it(world::Place{target.name, random_.between(-400, 1400), random_.between(-400, 1200)});
                return;
            }
        }
    }

    void press_keys() {
        constexpr std::array letters{"KeyF", "KeyS", "KeyT", "KeyH", "KeyJ", "KeyD",  "KeyN",
                                     "KeyA", "KeyC", "KeyV", "KeyZ", "KeyY", "Equal", "Minus"};
        hand_.do_it(world::KeyDown{"ControlLeft"});
        hand_.do_it(world::KeyDown{letters.at(random_.below(letters.size()))});
        hand_.do_it(world::KeyUp{"ControlLeft"});
    }

    void choose() {
        std::vector<world::Action> all = world::actions(desk_of(hand_.computer), hand_.now());
        std::vector<world::Action> own;
        for (const world::Action& action : all) {
            const auto* click = std::get_if<world::Click>(&action.deed);
            const bool is_frame =
                click != nullptr && (click->target == window_ + "/close" || click->target == window_ + "/minimise");
            if (click != nullptr && !is_frame && click->target.starts_with(window_)) {
                own.push_back(action);
            }
        }
        const std::vector<world::Action>& some = own.empty() || random_.below(4) == 0 ? all : own;
        REQUIRE_FALSE(some.empty());
        hand_.do_it(some[random_.below(static_cast<std::uint32_t>(some.size()))].deed);
    }

    Hand& hand_;
    std::string window_;
    world::Computer first_;
    base::Random& random_;
};

// --- Reaching what is listed ----------------------------------------------------------------------------------------

/// The part that a target lies in, as it was drawn last; empty where it lies in none.
std::string part_of(Hand& hand, const std::string& target) {
    for (const screen::Spot& spot : hand.memory().spots) {
        if (spot.target.name == target) {
            return spot.scroll;
        }
    }
    return {};
}

/// Where the wheel can be turned over a scrolling part: a point of it that no part inside it takes for itself.
std::vector<screen::Point> points_over(Hand& hand, const std::string& part) {
    std::vector<screen::Point> points;
    const screen::DeskScroll& scroll = hand.memory().scrolls[part];
    constexpr int steps = 5;
    for (int row = 0; row < steps; ++row) {
        for (int column = 0; column < steps; ++column) {
            const screen::Point at{scroll.room.x + scroll.room.w * (static_cast<float>(column) + 0.5F) / steps,
                                   scroll.room.y + scroll.room.h * (static_cast<float>(row) + 0.5F) / steps};
            if (hand.rect().contains(at) && screen::layer_at(hand.memory(), at) == scroll.layer) {
                points.push_back(at);
            }
        }
    }
    return points;
}

/// Turns the wheel over the parts that a target lies in until it can be touched.
bool bring_into_view(Hand& hand, const std::string& target) {
    const auto is_seen = [&] { return hand.place(target).has_value(); };
    for (std::string part = part_of(hand, target); !part.empty(); part = hand.memory().scrolls[part].outer) {
        for (const screen::Point at : points_over(hand, part)) {
            for (const float notches : {-1.0F, 1.0F}) {
                hand.input(screen::PointerMoved{at});
                for (int turns = 0; turns < 200 && !is_seen(); ++turns) {
                    const float before = hand.memory().scrolls[part].offset;
                    hand.input(screen::Wheel{notches});
                    if (hand.memory().scrolls[part].offset == before) {
                        break;
                    }
                }
                if (is_seen()) {
                    return true;
                }
            }
        }
    }
    return is_seen();
}

/// Whether a press there, of the button that it takes, is a press on that target.
bool is_pressed_by(Hand& hand, const world::Target& target) {
    const unsigned by_left =
        world::clickable | world::double_clickable | world::draggable | world::placeable | world::writable;
    const auto place = hand.place(target.name);
    if (!place) {
        return false;
    }
    const screen::Point at = screen::from_stage(hand.rect(), *place);
    if ((target.gestures & (by_left | world::right_clickable)) == 0) {
        const screen::Spot* spot = screen::spot_at(hand.memory(), at, target.gestures);
        return spot != nullptr && spot->target.name == target.name;
    }
    hand.try_input(screen::PointerMoved{at});
    const bool is_left = (target.gestures & by_left) != 0;
    hand.try_input(screen::PointerPressed{is_left ? screen::PointerButton::left : screen::PointerButton::right});
    const bool is_it = hand.memory().press && hand.memory().press->target.name == target.name;
    hand.memory().press.reset();
    return is_it;
}

/// A window that was moved off the screen in part is fetched back by its title bar.
void fetch_back(Hand& hand) {
    const world::Window* front = world::active_window(hand.state());
    if (front == nullptr || !hand.place(front->name + "/title")) {
        return;
    }
    const world::Rectangle seen = world::seen_at(hand.state(), *front);
    const world::Rectangle room = world::work_area(hand.state());
    const double x = std::clamp(seen.x, room.x, room.x + room.width - seen.width);
    const double y = std::clamp(seen.y, room.y, room.y + room.height - seen.height);
    if (x == seen.x && y == seen.y) {
        return;
    }
    const world::Point from = *hand.place(front->name + "/title");
    hand.input(screen::PointerMoved{screen::from_stage(hand.rect(), from)});
    hand.input(screen::PointerPressed{});
    hand.input(screen::PointerMoved{screen::from_stage(hand.rect(), {from.x + x - seen.x, from.y + y - seen.y})});
    hand.input(screen::PointerReleased{});
}

/// The names of what is listed and cannot be reached by a person.
std::string out_of_reach(Hand& hand) {
    fetch_back(hand);
    std::string names;
    for (const world::Target& target : world::targets(hand.state())) {
        if (target.gestures == world::no_gesture || !target.enabled) {
            continue;
        }
        if (!hand.place(target.name) && !bring_into_view(hand, target.name)) {
            names += "cannot be brought into view: " + target.name + "\n";
        } else if (!is_pressed_by(hand, target)) {
            names += "is not what is pressed at its place: " + target.name + "\n";
        }
    }
    return names;
}

void play(const Beginning& beginning, const std::string& look, std::uint64_t seed) {
    Hand hand(tables_of(beginning, look), shipped_sites());
    if (!beginning.file.empty()) {
        open_file(hand, beginning.file);
    }
    base::Random random(seed);
    RandomDeeds deeds(hand, beginning.window, random);
    CAPTURE(look);
    CAPTURE(beginning.name);
    for (int step = 0; step < deeds_a_look; ++step) {
        CAPTURE(step);
        REQUIRE(differences(listed_targets(hand.state()), drawn_targets(hand.memory())) == "");
        if (step % deeds_between == 0) {
            REQUIRE(out_of_reach(hand) == "");
        }
        deeds.act();
    }
}

} // namespace

TEST_CASE("what is drawn is what is listed, and all of it can be reached, in every program and both looks") {
    std::uint64_t seed = 40;
    for (const Beginning& beginning : beginnings()) {
        SUBCASE(beginning.name.c_str()) {
            play(beginning, "bar", seed + 1);
            play(beginning, "overview", seed + 2);
        }
        seed += 2;
    }
}
