from typing import Any

import pytest
from pydantic import BaseModel

import api.responses
from api.responses import Listing

BASES = (Listing, api.responses.Answer, api.responses.Evidence, api.responses.Duty)
MODELS = [
    model
    for model in vars(api.responses).values()
    if isinstance(model, type) and issubclass(model, BaseModel) and model not in BASES
]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_example_of_a_model_is_one(model: type[BaseModel]) -> None:
    shown_in_schema: Any = model.model_config["json_schema_extra"]
    examples = shown_in_schema["examples"]
    assert examples
    for example in examples:
        shown = model.model_validate(example).model_dump()
        assert shown.keys() >= example.keys(), "an example holds no column that the model does not have"
