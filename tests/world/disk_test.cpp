// The disk: what files and folders may do, and what they may not.
#include "world/disk.h"

#include <doctest/doctest.h>

using namespace world;

namespace {

Node file(std::string name) {
    Node node;
    node.kind = kind_of(name);
    node.name = std::move(name);
    return node;
}

Node folder(std::string name) {
    Node node;
    node.name = std::move(name);
    return node;
}

struct Laid {
    Disk disk = empty_disk();
    int documents = folder_at(disk, StandardPlace::documents);
    int pictures = folder_at(disk, StandardPlace::pictures);
    int bin = folder_at(disk, StandardPlace::bin);
    int holidays = add(disk, pictures, folder("Vacances"));
    int beach = add(disk, holidays, file("Plage.jpg"));
    int list = add(disk, documents, file("Liste.txt"));
    const Node& node(int id) const { return *find_node(disk, id); }
};

} // namespace

TEST_CASE("names are found whatever their capitals, and a taken one gets a number before its ending") {
    Laid laid;
    CHECK(find_in(laid.disk, laid.documents, "LISTE.TXT")->id == laid.list);
    const int second = add(laid.disk, laid.documents, file("liste.txt"));
    CHECK(laid.node(second).name == "liste (2).txt");
    CHECK(laid.node(add(laid.disk, laid.documents, file("Liste.txt"))).name == "Liste (3).txt");
    CHECK(laid.node(add(laid.disk, laid.pictures, folder("Vacances"))).name == "Vacances (2)");
}

TEST_CASE("a folder is copied with all that is in it, and its copy lives on its own") {
    Laid laid;
    const int copy = copy_to(laid.disk, laid.holidays, laid.documents);
    REQUIRE(copy != 0);
    REQUIRE(find_in(laid.disk, copy, "Plage.jpg") != nullptr);
    CHECK(rename(laid.disk, find_in(laid.disk, copy, "Plage.jpg")->id, "Mer.jpg"));
    CHECK(find_in(laid.disk, laid.holidays, "Plage.jpg") != nullptr);
    CHECK(laid.node(copy_to(laid.disk, laid.list, laid.documents)).name == "Liste (2).txt");
}

TEST_CASE("a new ending makes another kind of file, a lost one does not") {
    Laid laid;
    CHECK(rename(laid.disk, laid.beach, "Mer"));
    CHECK(laid.node(laid.beach).kind == FileKind::picture);
    CHECK(rename(laid.disk, laid.beach, "Mer.pdf"));
    CHECK(laid.node(laid.beach).kind == FileKind::document);
    CHECK(rename(laid.disk, laid.holidays, "Été 2025.06"));
    CHECK(laid.node(laid.holidays).kind == FileKind::folder);
}

TEST_CASE("what cannot be changes nothing") {
    Laid laid;
    const Disk before = laid.disk;
    const int inner = laid.holidays;
    CHECK(!move_to(laid.disk, laid.pictures, laid.documents));
    CHECK(!move_to(laid.disk, inner, inner));
    CHECK(copy_to(laid.disk, inner, inner) == 0);
    CHECK(!move_to(laid.disk, laid.list, laid.documents));
    CHECK(!move_to(laid.disk, laid.list, laid.beach));
    CHECK(!rename(laid.disk, laid.pictures, "Photos"));
    CHECK(!rename(laid.disk, laid.list, "a/b"));
    CHECK(!rename(laid.disk, laid.list, "  "));
    CHECK(!put_in_bin(laid.disk, laid.bin));
    CHECK(!delete_for_good(laid.disk, laid.documents));
    CHECK(!restore(laid.disk, laid.list));
    CHECK(!empty_bin(laid.disk));
    CHECK(!eject_stick(laid.disk));
    CHECK(!move_to(laid.disk, 999, laid.documents));
    CHECK(laid.disk == before);
}

TEST_CASE("a folder cannot go into a folder that lies in it") {
    Laid laid;
    const int inner = add(laid.disk, laid.holidays, folder("2026"));
    CHECK(!move_to(laid.disk, laid.holidays, inner));
    CHECK(copy_to(laid.disk, laid.holidays, inner) == 0);
}

TEST_CASE("the bin remembers where things came from, and gives several of one name back to their own folders") {
    Laid laid;
    const int other = add(laid.disk, laid.pictures, file("Liste.txt"));
    CHECK(put_in_bin(laid.disk, laid.list));
    CHECK(put_in_bin(laid.disk, other));
    CHECK(!put_in_bin(laid.disk, other));
    CHECK(restore(laid.disk, other));
    CHECK(laid.node(other).parent == laid.pictures);
    CHECK(laid.node(other).name == "Liste.txt");
    add(laid.disk, laid.documents, file("Liste.txt"));
    CHECK(restore(laid.disk, laid.list));
    CHECK(laid.node(laid.list).name == "Liste (2).txt");
}

TEST_CASE("what came from a folder that is gone comes back to the home folder") {
    Laid laid;
    CHECK(put_in_bin(laid.disk, laid.beach));
    CHECK(put_in_bin(laid.disk, laid.holidays));
    CHECK(restore(laid.disk, laid.beach));
    CHECK(code_of(laid.disk, laid.node(laid.beach).parent) == "home");
    CHECK(empty_bin(laid.disk));
    CHECK(find_node(laid.disk, laid.holidays) == nullptr);
}

TEST_CASE("a folder deleted for good takes all that is in it along") {
    Laid laid;
    CHECK(delete_for_good(laid.disk, laid.holidays));
    CHECK(find_node(laid.disk, laid.beach) == nullptr);
}

TEST_CASE("a stick's files are out of reach while it is out") {
    Laid laid;
    CHECK(folder_at(laid.disk, StandardPlace::stick) == 0);
    CHECK(insert_stick(laid.disk));
    const int stick = folder_at(laid.disk, StandardPlace::stick);
    const int copy = copy_to(laid.disk, laid.list, stick);
    CHECK(eject_stick(laid.disk));
    CHECK(!can_reach(laid.disk, copy));
    CHECK(copy_to(laid.disk, laid.list, stick) == 0);
    CHECK(!move_to(laid.disk, copy, laid.documents));
    CHECK(folder_named(laid.disk, "stick") == 0);
    CHECK(insert_stick(laid.disk));
    CHECK(can_reach(laid.disk, copy));
}

TEST_CASE("a full disk takes no more, and stays as it is") {
    Laid laid;
    while (add(laid.disk, laid.holidays, file("Photo.jpg")) != 0) {
    }
    CHECK(laid.disk.nodes.size() == most_nodes);
    const Disk before = laid.disk;
    CHECK(copy_to(laid.disk, laid.list, laid.documents) == 0);
    CHECK(laid.disk == before);
}

TEST_CASE("what is wrong with a name is told by its kind") {
    Laid laid;
    CHECK(fault_of_name(laid.disk, laid.documents, " \t") == "desk.files.name.empty");
    CHECK(fault_of_name(laid.disk, laid.documents, "liste.TXT") == "desk.files.name.taken");
    CHECK(fault_of_name(laid.disk, laid.documents, "liste.TXT", laid.list).empty());
    CHECK(fault_of_name(laid.disk, laid.documents, "10:30") == "desk.files.name.sign");
    CHECK(fault_of_name(laid.disk, laid.documents, std::string(101, 'a')) == "desk.files.name.long");
    CHECK(fault_of_name(laid.disk, laid.documents, "L’été à Nîmes.txt").empty());
}

TEST_CASE("an ending tells the kind, and the kind the icon") {
    CHECK(kind_of("Plage.JPG") == FileKind::picture);
    CHECK(kind_of("sans ending") == FileKind::text);
    CHECK(icon_of(file("Facture.pdf")) == "file-pdf");
    CHECK(icon_of(file("Lettre.odt")) == "file-document");
    Laid laid;
    CHECK(icon_of(laid.node(laid.pictures)) == "place-pictures");
    CHECK(icon_of(laid.disk, laid.node(laid.bin)) == "place-bin");
    CHECK(put_in_bin(laid.disk, laid.list));
    CHECK(icon_of(laid.disk, laid.node(laid.bin)) == "place-bin-full");
}

TEST_CASE("goals call a folder by its place, its code or its name") {
    Laid laid;
    Node trip = folder("Voyage");
    trip.code = "trip";
    const int id = add(laid.disk, laid.pictures, std::move(trip));
    CHECK(code_of(laid.disk, laid.pictures) == "pictures");
    CHECK(code_of(laid.disk, laid.holidays) == "Vacances");
    CHECK(code_of(laid.disk, id) == "trip");
    CHECK(folder_named(laid.disk, "trip") == id);
    CHECK(folder_named(laid.disk, "vacances") == laid.holidays);
    CHECK(folder_named(laid.disk, "nowhere") == 0);
    CHECK(folder_named(laid.disk, "") == 0);
}
