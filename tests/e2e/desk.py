#!/usr/bin/env python3
"""The practice computer, by real mouse and keys: sites and a form, a mail with a file dragged onto it, shortcuts."""
from case import Case, main


class Desk:
    """What is tested in both looks. The seed draws the look, and the friend whom lessons ask for."""

    def tearDown(self):
        self.keep(f"{self.id().rsplit('.', 1)[1]}-end")

    def keep(self, name):
        """Keeps a picture of the screen under the look's own name."""
        self.show(f"desk-{self.look}-{name}")

    def lesson(self, lesson, *options):
        """Opens a lesson at once; gives the program when the practice computer is there."""
        coucou = self.coucou("--lesson", lesson, *options, seed=self.seed)
        coucou.wait_for_page("player")
        coucou.wait_for_place("stage/bar/clock")
        return coucou

    def done(self, coucou, step):
        """Waits until the step is done, and goes on to the next."""
        coucou.wait_for(f"step {step} to be done", lambda now: "next" in now["places"] or now["step"] != step)
        if coucou.state()["step"] == step:
            coucou.click("next")
        coucou.wait_for(f"what comes after step {step}", lambda now: now["step"] != step and "next" not in now["places"])

    # --- The desktop ------------------------------------------------------------------------------------------------

    def test_after_a_long_way_the_summary_shows_the_short_one(self):
        coucou = self.lesson("desktop.open")
        coucou.target("desktop/icon/files", times=self.clicks_to_open)
        self.done(coucou, "open")
        coucou.target("files/close")
        self.done(coucou, "close")
        coucou.target("bar/start")
        coucou.target("start/editor")
        self.done(coucou, "editor")
        coucou.target("bar/start")
        coucou.target("start/mail")
        self.done(coucou, "two")
        for _ in range(3):
            coucou.target("bar/start")
            coucou.key("Escape")
        coucou.target("mail/close")
        coucou.target("editor/close")
        coucou.wait_for_page("summary")
        coucou.wait_for_place("short-way/2")

    # --- The browser ------------------------------------------------------------------------------------------------

    def test_a_browser_opened_by_its_icon_goes_to_addresses_that_are_typed(self):
        coucou = self.lesson("browser.address")
        self.keep("desktop")
        coucou.target("desktop/icon/browser", times=self.clicks_to_open)
        coucou.wait_for_place("stage/browser/field/address")
        self.keep("browser-new")
        self.done(coucou, "open")
        self.go_to(coucou, "www.valbois.fr")
        self.done(coucou, "town-hall")
        self.go_to(coucou, "www.meteo-valbois.fr")
        self.done(coucou, "weather")
        self.go_to(coucou, "bibliotheque.valbois.fr")
        coucou.wait_for_page("summary")

    def go_to(self, coucou, address):
        coucou.target("browser/field/address")
        coucou.write(address)
        coucou.key("Enter")

    def test_links_lead_on_and_back(self):
        coucou = self.lesson("browser.links")
        coucou.target("browser/page/link/Horaires")
        self.done(coucou, "hours")
        self.keep("hours")
        coucou.target("browser/toolbar/back")
        self.done(coucou, "back")
        coucou.target("browser/page/link/La fête de l’été")
        self.done(coucou, "party")
        coucou.shortcut("alt+Left")
        coucou.target("browser/page/link/Le temps à Valbois")
        self.done(coucou, "other-site")
        self.keep("weather")
        coucou.target("browser/toolbar/back")
        coucou.wait_for_page("summary")

    def test_the_form_of_the_town_hall_is_filled_in_and_sent(self):
        coucou = self.lesson("forms.fill")
        page = "browser/page"
        coucou.target(f"{page}/link/Prendre rendez-vous")
        self.done(coucou, "find")
        self.keep("form")
        coucou.target(f"{page}/field/Prénom")
        coucou.write(self.friend)
        coucou.key("Tab")
        coucou.write("Lefort")
        coucou.target(f"{page}/field/Date de naissance")
        coucou.write("03/05/1968")
        self.done(coucou, "you")
        coucou.target(f"{page}/field/Adresse e-mail")
        coucou.write(self.friends_address)
        coucou.key("Tab")
        coucou.write("06 39 98 12 34")
        self.done(coucou, "reach")
        coucou.target(f"{page}/choice/Motif")
        coucou.wait_for_place("stage/menu/choose/Carte d’identité")
        self.keep("form-list")
        coucou.target("menu/choose/Carte d’identité")
        coucou.target(f"{page}/radio/Le matin")
        self.done(coucou, "when")
        coucou.target(f"{page}/file/Justificatif de domicile")
        coucou.target("menu/send/Facture eau.pdf")
        self.done(coucou, "proof")
        coucou.target(f"{page}/button/Continuer")  # too soon: the page shows what is missing
        coucou.wait_for_place(f"stage/{page}/button/Continuer")
        self.keep("form-refused")
        coucou.target(f"{page}/tick/Je certifie que ces renseignements sont exacts")
        self.keep("form-filled")
        coucou.target(f"{page}/button/Continuer")
        coucou.wait_for_place(f"stage/{page}/button/Envoyer ma demande")
        self.keep("form-again")
        coucou.target(f"{page}/button/Envoyer ma demande")
        coucou.wait_for("the form to be sent", lambda now: "next" in now["places"] or now["page"] == "summary")
        self.keep("form-sent")
        coucou.wait_for_page("summary")

    # --- Mail -------------------------------------------------------------------------------------------------------

    def test_a_file_dragged_from_its_window_goes_with_a_mail(self):
        coucou = self.lesson("mail.attach")
        self.keep("mail")
        coucou.target("mail/message/Votre dossier")
        self.done(coucou, "open")
        self.keep("mail-read")
        coucou.target("mail/toolbar/reply")
        coucou.wait_for_place("stage/mail/write/send")
        self.keep("mail-write")
        coucou.target("bar/start")
        coucou.wait_for_place("stage/start/documents")
        self.keep("start")
        coucou.target("start/documents")
        self.carry(coucou, "Facture eau.pdf")
        self.done(coucou, "attach")
        self.keep("mail-attached")
        coucou.target("mail/write/send")
        self.done(coucou, "send")
        coucou.target("mail/message/Le chat")
        coucou.target("mail/toolbar/reply")
        coucou.wait_for_place("stage/mail/write/send")
        coucou.target("bar/task/files")
        coucou.target("files/side/pictures")
        self.carry(coucou, "Chat.jpg")
        coucou.target("mail/write/send")
        coucou.wait_for_page("summary")

    def carry(self, coucou, file):
        """Drags a file from its window onto the mail behind it."""
        coucou.wait_for_place(f"stage/files/item/{file}")
        self.keep(f"files-{file}")
        coucou.drag(f"files/item/{file}", "mail", around="files", on_the_way=lambda: self.keep(f"drag-{file}"))

    # --- Keys -------------------------------------------------------------------------------------------------------

    def test_files_are_copied_with_the_keyboard(self):
        coucou = self.lesson("files.copy")
        coucou.target("files/side/documents")
        coucou.target("files/item/Gâteau.txt")
        coucou.shortcut("ctrl+c")
        self.keep("files-icons")
        friend = next(place for place in coucou.places() if place.startswith("stage/files/item/Pour "))
        coucou.target(friend.removeprefix("stage/"), times=2)
        coucou.wait_for("the folder to open", lambda now: "stage/files/item/Soupe.txt" not in now["places"])
        coucou.shortcut("ctrl+v")
        self.done(coucou, "recipe")
        coucou.target("files/side/pictures")
        coucou.target("files/item/Fleur.jpg")
        coucou.shortcut("ctrl+c")
        coucou.shortcut("alt+Left")
        coucou.wait_for_place("stage/files/item/Gâteau.txt")
        coucou.shortcut("ctrl+v")
        self.done(coucou, "picture")
        coucou.target("files/side/documents")
        coucou.target("files/item/Soupe.txt")
        coucou.shortcut("ctrl+c")
        coucou.target("files/side/desktop")
        coucou.wait_for("the desktop's folder", lambda now: "stage/files/item/Gâteau.txt" not in now["places"])
        coucou.shortcut("ctrl+v")
        coucou.wait_for_page("summary")

    def test_alt_and_tab_bring_the_other_window_to_the_front(self):
        coucou = self.lesson("desktop.switch")
        coucou.shortcut("alt+Tab")
        self.done(coucou, "behind")
        self.keep("windows")
        coucou.shortcut("alt+Tab")
        self.done(coucou, "again")


class Bar(Desk, Case):
    """With a task bar, a start menu and double-clicks."""
    look = "bar"
    seed = 2
    friend, friends_address = "Dilan", "dilan.demir@exemple.fr"
    clicks_to_open = 2


class Overview(Desk, Case):
    """With a bar at the top and an overview of all programs."""
    look = "overview"
    seed = 7
    friend, friends_address = "Samira", "samira.idrissi@exemple.fr"
    clicks_to_open = 1


if __name__ == "__main__":
    main()
