"""What add_phone and update_phone take alike: settings of one of a few words, and the configuration template.

Source: the tables of docs/functions/add_phone.md and docs/functions/update_phone.md.
"""

from __future__ import annotations

from nonagent.api.call import Call
from nonagent.api.common_parameters import UNLIMITED
from nonagent.api.parameters import Parameters, parameter
from nonagent.rules.words import BLANK


class PhoneChoices(Parameters):
    """These settings; the words in any letter case."""

    is_webphone = parameter("Whether it is a web phone.", values=("Y", "N", "Y_API_LAUNCH"))
    webphone_auto_answer = parameter("Whether a web phone answers by itself.", values=("Y", "N"))
    use_external_server_ip = parameter("Whether a web phone is told the server's outer address.", values=("Y", "N"))
    on_hook_agent = parameter("Whether the phone rings for each call of its agent.", values=("Y", "N"))
    template_id = parameter("Its configuration template; `--BLANK--` for none.", length=(2, UNLIMITED))


#: they go to the columns of their names
CHOICES = (
    PhoneChoices.is_webphone,
    PhoneChoices.webphone_auto_answer,
    PhoneChoices.use_external_server_ip,
    PhoneChoices.on_hook_agent,
)


def chosen(call: Call[PhoneChoices]) -> dict[str, str]:
    """The choices that are made. Parameters: call. Returns: those accepted, by column."""
    given = {choice: call.params.value(choice.attribute).upper() for choice in CHOICES}
    # legacy: what is not accepted is ignored without a word.
    return {choice.attribute: value for choice, value in given.items() if choice.accepts(value)}


def template(call: Call[PhoneChoices]) -> str | None:
    """What template_id asks for.

    Parameters: call.
    Returns: the template's id, which must exist; blank to have none; None to leave it as it is.
    """
    template_id = call.params.template_id
    # legacy: a shorter one is ignored without a word.
    if not PhoneChoices.template_id.fits(template_id):
        return None
    return "" if template_id.upper() == BLANK else template_id
