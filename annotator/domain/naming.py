"""How tables and files name what the corpus knows by id, and write its numbers."""

from collections.abc import Mapping

from annotator.domain.corpus import CorpusInfo
from annotator.domain.entity import Entity
from annotator.domain.values import RoleValue


def entity_name(entities: Mapping[int, Entity], entity_id: int | None, otherwise: str) -> str:
    """The present name of the entity with that id, or `otherwise`."""
    entity = entities.get(entity_id) if entity_id is not None else None
    return entity.name if entity else otherwise


def coder_name(info: CorpusInfo, coder_id: int) -> str:
    """The name of the coder with that id, or the id itself."""
    coder = info.coders.get(coder_id)
    return coder.name if coder else str(coder_id)


def normal_form(value: RoleValue, entities: Mapping[int, Entity]) -> str:
    """The name of the entity meant, the day in ISO form, or else the words."""
    if value.day is not None:
        return value.day.isoformat()
    return entity_name(entities, value.entity_id, value.entity) or value.text


def plain_number(number: float | None) -> float | None:
    """A whole number as int, so that no format writes 2e9 or 5.0 for a sum."""
    if number is None or not float(number).is_integer():
        return number
    return int(number)
