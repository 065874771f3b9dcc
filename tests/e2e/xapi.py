"""What a statement of the Experience API 1.0.3 has to be (xAPI-Data.md, part 2), as far as Coucou's use it."""
import datetime
import re
import uuid

IRI = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|\\^`]+$")
LANGUAGE = re.compile(r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$")
DURATION = re.compile(r"^P(?=.)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$")
KEYS = {"id", "actor", "verb", "object", "result", "context", "timestamp"}


def faults(statement):
    """What is wrong with a statement, in words; an empty list where nothing is."""
    return list(_statement(statement))


def _statement(statement):
    yield from _keys("statement", statement, KEYS, {"actor", "verb", "object"})
    yield from _uuid("id", statement.get("id"))
    yield from _actor(statement["actor"])
    yield from _keys("verb", statement["verb"], {"id", "display"}, {"id"})
    yield from _iri("verb.id", statement["verb"]["id"])
    yield from _words("verb.display", statement["verb"].get("display", {}))
    yield from _activity("object", statement["object"])
    yield from _result(statement.get("result", {}))
    yield from _context(statement.get("context", {}))
    moment = datetime.datetime.fromisoformat(statement["timestamp"].replace("Z", "+00:00"))
    if moment.utcoffset() != datetime.timedelta(0):
        yield "timestamp: is not in UTC"


def _keys(what, value, known, needed):
    if not isinstance(value, dict):
        yield f"{what}: is no object"
        return
    for key in value.keys() - known:
        yield f"{what}: {key} is not known"
    for key in needed - value.keys():
        yield f"{what}: {key} is missing"
    for key, held in value.items():
        if held is None or held == {} or held == []:
            yield f"{what}.{key}: is empty"


def _uuid(what, value):
    try:
        if str(uuid.UUID(value)) != value:
            yield f"{what}: is not written as a UUID"
    except (ValueError, TypeError, AttributeError):
        yield f"{what}: {value} is no UUID"


def _iri(what, value):
    if not isinstance(value, str) or not IRI.match(value):
        yield f"{what}: {value} is no IRI"


def _words(what, value):
    for language, text in value.items():
        if not LANGUAGE.match(language) or not isinstance(text, str):
            yield f"{what}: {language} is no text in a language"


def _actor(actor):
    yield from _keys("actor", actor, {"objectType", "name", "account"}, {"account"})
    if actor.get("objectType", "Agent") != "Agent":
        yield "actor: is no agent"
    yield from _keys("actor.account", actor["account"], {"homePage", "name"}, {"homePage", "name"})
    yield from _iri("actor.account.homePage", actor["account"]["homePage"])


def _activity(what, activity):
    yield from _keys(what, activity, {"objectType", "id", "definition"}, {"id"})
    if activity.get("objectType", "Activity") != "Activity":
        yield f"{what}: is no activity"
    yield from _iri(f"{what}.id", activity["id"])
    definition = activity.get("definition", {})
    yield from _keys(f"{what}.definition", definition, {"name", "description", "type"}, set())
    for key in ("name", "description"):
        yield from _words(f"{what}.definition.{key}", definition.get(key, {}))
    if "type" in definition:
        yield from _iri(f"{what}.definition.type", definition["type"])


def _result(result):
    yield from _keys("result", result, {"score", "success", "completion", "duration", "extensions"}, set())
    scaled = result.get("score", {}).get("scaled", 0)
    if isinstance(scaled, bool) or not isinstance(scaled, (int, float)) or not -1 <= scaled <= 1:
        yield f"result.score.scaled: {scaled} is not between -1 and 1"
    for key in ("success", "completion"):
        if not isinstance(result.get(key, True), bool):
            yield f"result.{key}: is neither true nor false"
    if not DURATION.match(result.get("duration", "PT0S")):
        yield f"result.duration: {result['duration']} is no duration"
    for key in result.get("extensions", {}):
        yield from _iri("result.extensions", key)


def _context(context):
    yield from _keys("context", context, {"registration", "platform", "language", "contextActivities", "extensions"},
                     set())
    if "registration" in context:
        yield from _uuid("context.registration", context["registration"])
    if not LANGUAGE.match(context.get("language", "fr")):
        yield f"context.language: {context['language']} is no language"
    for kind, activities in context.get("contextActivities", {}).items():
        if kind not in ("parent", "grouping", "category", "other"):
            yield f"context.contextActivities: {kind} is not known"
        for activity in activities:
            yield from _activity(f"context.contextActivities.{kind}", activity)
    for key in context.get("extensions", {}):
        yield from _iri("context.extensions", key)
