"""Page texts in the user's own language. Source: docs/protocol.md#answer."""

from __future__ import annotations

from nonagent.database import Row, Session

DEFAULT_LANGUAGES = ("", "default English")


def translate(db: Session, system: Row, language: str, text: str) -> str:
    """Translate one page text.

    Parameters: db; system, the row of system_settings; language, the user's selected_language; text, in English.
    Returns: the text in that language where translation is on and knows it, else the text.
    """
    method = system.get("language_method", "")
    if system.get("enable_languages") != "1" or method == "DISABLED" or language in DEFAULT_LANGUAGES:
        return text
    if text in ("Y", "N") and "english" not in language.lower():
        text = {"Y": "YES", "N": "NO"}[text]
    if method != "MYSQL":
        return text
    phrase = db.one(
        """
        SELECT translated_text FROM vicidial_language_phrases
        WHERE english_text = %s AND language_id = %s
        LIMIT 1
        """,
        text, language,
    )  # fmt: skip
    return phrase["translated_text"] if phrase else text
