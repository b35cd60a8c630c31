"""Each verb: open the desk, ask it, show the answer, say how it went."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from imari_desk.cli import lines, shapes
from imari_desk.cli.screen import Screen
from imari_desk.desk.desk import Desk, machine_person
from imari_desk.domain.codes import measure_code
from imari_desk.domain.errors import CallError
from imari_desk.domain.items import Owner
from imari_desk.domain.words import sentence
from imari_desk.places import on_network

if TYPE_CHECKING:
    from imari_desk.desk.reports import SentBook

Verb = Callable[[Namespace, Screen], int]


def _desk(options: Namespace, *, read_only: bool = False) -> Desk:
    return Desk.open(options.data, read_only=read_only, person=machine_person())


def init(options: Namespace, screen: Screen) -> int:
    role = Owner(options.role)
    if role is Owner.DEPARTMENT and not options.department.strip():
        raise CallError("department_wanted")
    name = options.department.strip() if role is Owner.DEPARTMENT else ""
    Desk.create(options.data, role, name, person=machine_person()).close()
    screen.say(sentence("cli_made", folder=options.data))
    _say_where(options, screen)
    return 0


def plan(options: Namespace, screen: Screen) -> int:
    with _desk(options) as desk:
        match options.step:
            case "show":
                shown = desk.plan()
                screen.show(shapes.plan(shown), lines.plan(shown))
            case "export":
                desk.export_plan(options.file)
                screen.say(sentence("cli_written", path=options.file))
            case "import":
                kept = desk.import_plan(options.file)
                facts = {"title": kept.plan.title, "version": kept.plan.version}
                screen.say(sentence("cli_plan_kept", **facts))
                if kept.gone:
                    screen.say(sentence("cli_plan_gone", codes="、".join(kept.gone)))
    return 0


def assign(options: Namespace, screen: Screen) -> int:
    with _desk(options) as desk:
        assigned = desk.assign(options.file)
    departments = {a.department for a in assigned}
    screen.say(sentence("cli_assigned", measures=len(assigned), departments=len(departments)))
    return 0


def request(options: Namespace, screen: Screen) -> int:
    with _desk(options) as desk:
        books = desk.request(
            options.year, options.due, options.out, options.message, screen.progress
        )
    _written(screen, books)
    return 0


def take_in(options: Namespace, screen: Screen) -> int:
    with _desk(options) as desk:
        reports = desk.import_files(
            options.files,
            dry_run=options.dry_run,
            accept=options.accept,
            progress=screen.progress,
        )
    screen.show(shapes.imported(reports), lines.imported(reports, dry_run=options.dry_run))
    return 0 if all(report.clean for report in reports) else 1


def enter(options: Namespace, screen: Screen) -> int:
    typed: dict[str, str] = {}
    for answer in options.answers:
        key, sign, value = answer.partition("=")
        if not sign:
            raise CallError("answer_without_sign", answer=answer)
        typed[key.strip()] = value
    with _desk(options) as desk:
        entered = desk.enter(_code(options.measure), options.year, typed)
    screen.say(sentence("cli_entered", count=len(entered.written)))
    screen.say(*(question.text for question in entered.questions))
    return 1 if entered.questions else 0


def show(options: Namespace, screen: Screen) -> int:
    with _desk(options) as desk:
        view = desk.show(_code(options.measure), options.year)
    screen.show(shapes.view(view), lines.view(view))
    return 0


def check(options: Namespace, screen: Screen) -> int:
    from imari_desk.domain.finding import Severity

    with _desk(options) as desk:
        found = desk.check(options.year)
    screen.show(shapes.checked(found), lines.checked(found))
    grave = (Severity.MISSING, Severity.CONTRADICTION)
    return 1 if any(f.severity in grave for m in found for f in m.findings) else 0


def submit(options: Namespace, screen: Screen) -> int:
    with _desk(options) as desk:
        book = desk.submit(options.year, options.file, options.reason)
    _written(screen, [book])
    if book.gaps:
        screen.say(sentence("cli_gaps"), *lines.checked(book.gaps))
    return 0


def hand_over(options: Namespace, screen: Screen) -> int:
    with _desk(options) as desk:
        _written(screen, [desk.hand_over(options.year, options.file)])
    return 0


def give_back(options: Namespace, screen: Screen) -> int:
    codes = [_code(text) for text in options.measure]
    with _desk(options) as desk:
        book = desk.give_back(
            options.year, options.department, options.file, codes, options.message
        )
    _written(screen, [book])
    return 0


def confirm(options: Namespace, screen: Screen) -> int:
    with _desk(options) as desk:
        books = desk.confirm(options.year, options.out, options.department, screen.progress)
    _written(screen, books)
    return 0


def status(options: Namespace, screen: Screen) -> int:
    with _desk(options) as desk:
        found = desk.status(options.year)
    screen.show(shapes.status(found), lines.status(found))
    return 0


def consolidate(options: Namespace, screen: Screen) -> int:
    with _desk(options) as desk:
        desk.consolidate(options.year, options.file)
    screen.say(sentence("cli_written", path=options.file))
    return 0


def print_sheets(options: Namespace, screen: Screen) -> int:
    from imari_desk.desk.publishing import font_notice

    codes = [_code(text) for text in options.measure]
    with _desk(options) as desk:
        sheets = desk.print(options.year, options.file, codes, screen.progress)
    screen.say(sentence("cli_printed", path=options.file, sheets=sheets))
    if notice := font_notice():
        screen.say(notice)
    return 0


def publish(options: Namespace, screen: Screen) -> int:
    with _desk(options) as desk:
        files = desk.publish(options.year, options.folder)
    screen.say(*(sentence("cli_written", path=path) for path in files))
    return 0


def backup(options: Namespace, screen: Screen) -> int:
    with _desk(options) as desk:
        desk.backup(options.file)
    screen.say(sentence("cli_backed_up", path=options.file))
    return 0


def restore(options: Namespace, screen: Screen) -> int:
    kept = Desk.restore(options.data, options.file)
    screen.say(sentence("cli_restored", path=options.file))
    if kept is not None:
        screen.say(sentence("cli_kept_before", path=kept))
    return 0


def verify(options: Namespace, screen: Screen) -> int:
    from imari_desk.desk.keeping import backups

    with _desk(options) as desk:
        health = desk.verify()
    screen.show(shapes.health(health), lines.health(health))
    _say_where(options, screen)
    if not health.ok:
        for newest in backups(options.data)[:1]:
            screen.say(sentence("cli_newest_backup", day=newest.made_on, path=newest.path))
    return 0 if health.ok else 1


def self_check(options: Namespace, screen: Screen) -> int:
    from imari_desk.desk.self_check import look

    found = look(options.data)
    screen.show(shapes.self_check(found), [found.text()])
    return int(found.weight)


def _say_where(options: Namespace, screen: Screen) -> None:
    """On a network drive a database is slow, and gone when the line is."""
    if on_network(options.data):
        screen.say(sentence("cli_network", folder=options.data))


def demo(options: Namespace, screen: Screen) -> int:
    from imari_desk.desk.rehearsal import rehearse

    def step(text: str) -> None:
        screen.say(text)

    rehearse(options.folder, step)
    return 0


def _written(screen: Screen, books: Iterable[SentBook]) -> None:
    for book in books:
        screen.say(
            sentence(
                "cli_book_written",
                path=book.path,
                department=book.department,
                measures=len(book.measures),
            )
        )


def _code(text: str) -> str:
    """A measure code as the plan writes it; what is none is left for the desk to refuse."""
    return measure_code(text) or text


VERBS: dict[str, Verb] = {
    "init": init,
    "plan": plan,
    "assign": assign,
    "request": request,
    "import": take_in,
    "enter": enter,
    "show": show,
    "check": check,
    "submit": submit,
    "handover": hand_over,
    "return": give_back,
    "confirm": confirm,
    "status": status,
    "consolidate": consolidate,
    "print": print_sheets,
    "publish": publish,
    "backup": backup,
    "restore": restore,
    "verify": verify,
    "demo": demo,
}
