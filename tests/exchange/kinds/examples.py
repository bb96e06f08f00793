"""One filled-in example of every kind, as plain values."""

from collections.abc import Mapping

EXAMPLES: Mapping[str, Mapping[str, object]] = {
    "vacancy": {
        "hiring_organization": "Hollin Parcels",
        "employer": "hollin-parcels",
        "occupational_category": "warehouse",
        "job_location": "Hollin",
        "base_salary": {"minimum": 1221, "maximum": 1350, "unit": "hour"},
        "weekly_hours": "37.5",
        "work_patterns": ["nights"],
        "total_job_openings": 4,
        "convictions": "each-person",
        "job_limits": ["night-hours"],
        "job_start_date": "2027-02-01",
        "valid_through": "2027-01-15",
        "how_to_apply": "An adviser applies with you.",
        "courses": ["forklift"],
    },
    "housing": {
        "provider": "Northgate Advice",
        "housing_type": "shared",
        "settled": "settled",
        "accepts": ["single", "pets"],
        "stay": {"number": 6, "up_to": 24, "unit": "months"},
        "rent": {"minimum": 9500, "unit": "week"},
        "referral": ["housing-worker"],
        "wait": "About six weeks.",
    },
    "service": {
        "organization": "Kinfolk",
        "settings": ["custody"],
        "alert": "Closed next week.",
        "eligibility_description": "Anyone.",
        "minimum_age": 18,
        "schedules": [{"byday": ["FR"], "opens_at": "09:30", "closes_at": "11:30"}],
        "phones": [{"number": "0800 000 0000", "free": True}],
        "outside": ["kinfolk-outside"],
    },
}
