"""General English that ties adjectives, verbs and near-synonyms to the nouns that a descriptor may use."""

from __future__ import annotations

DOMAINS: dict[str, tuple[str, ...]] = {
    "pay": ("salary", "pay", "wage", "wages", "earnings", "income", "compensation", "rate of pay"),
    "age": ("age",),
    "size": (
        "radius", "diameter", "size", "jobs", "number of jobs", "employment", "population", "area", "workforce",
        "volume", "field",
    ),
    "time": ("time", "length", "period", "duration", "time to become", "year", "day", "orbit", "rotation"),
    "speed": ("speed", "growth", "growth rate", "velocity", "acceleration", "top speed", "job growth"),
    "steep": ("growth", "growth rate", "decline"),
    "strength": ("growth", "growth rate", "gravity", "outlook", "job outlook"),
    "mass": ("mass", "weight", "curb weight"),
    "temperature": ("temperature",),
    "distance": ("distance", "distance from the sun"),
    "density": ("density",),
    "price": ("price", "cost", "rent", "tuition", "msrp"),
    "height": ("height", "elevation"),
    "satisfaction": ("job satisfaction", "satisfaction"),
    "experience": ("experience", "years of experience"),
    "economy": ("mpg", "fuel economy", "mileage", "fuel efficiency"),
    "power": ("power", "horsepower"),
    "population": ("population",),
    "width": ("range", "salary range", "pay range", "diameter", "width"),
}  # fmt: skip
"""Domain of an adjective → the head nouns of the measures it can speak of."""

SYNONYMS: tuple[frozenset[str], ...] = (
    frozenset({"women", "female", "females", "woman"}),
    frozenset({"men", "male", "males", "man"}),
    frozenset({"jobs", "positions", "employment", "workforce", "number of jobs", "jobs nationwide", "workers",
               "total employment", "openings filled", "headcount", "people employed", "employed", "practitioners"}),
    frozenset({"growth", "growth rate", "projected growth", "job growth", "outlook", "job outlook",
               "employment growth", "projected change", "outlooks", "prospects",
               "job prospects"}),
    frozenset({"age", "years old", "years of age"}),
    frozenset({"experience", "years of experience", "work experience", "years on the job"}),
    frozenset({"job satisfaction", "satisfaction", "satisfaction score", "satisfaction rating"}),
    frozenset({"entry education", "typical entry education", "entry level education", "way in", "way into", "starting point",
               "entry requirement", "education requirement", "schooling"}),
    frozenset({"openings", "annual openings", "job openings", "vacancies"}),
    frozenset({"moons", "satellites", "moon"}),
    frozenset({"hispanic", "hispanic or latino", "latino"}),
    frozenset({"lgbt", "lgbtq", "lgbt share"}),
    frozenset({"city", "metro"}),
    frozenset({"employer", "company"}),
    frozenset({"college", "university", "school", "alma mater"}),
    frozenset({"range", "spread"}),
    frozenset({"become", "time to become", "training time", "to become", "to qualify", "qualify", "to train",
               "path", "way in", "get in", "get there", "prepare", "preparation", "training"}),
)  # fmt: skip
"""Sets of nouns of which any stands for any other in running text."""

PAY_WORDS = (
    "earn", "earns", "earning", "earned", "earnings", "pay", "pays", "paying", "paid", "salary", "salaries", "wage",
    "wages", "income", "compensation", "paycheck", "paychecks", "make", "makes", "making", "bring home",
    "brings home", "bringing home", "take home", "takes home", "taking home", "command", "commands", "gross",
    "grosses", "collect", "collects", "bring in", "brings in", "pocket", "pockets", "remuneration",
    "take home pay", "money", "pull in", "pulls in", "pull down", "draw", "average pay", "average salary", "clears",
)  # fmt: skip
"""Verbs and nouns of any measure in money for a stretch of time."""

PLURAL_PAY = frozenset(
    {
        "make",
        "makes",
        "making",
        "collect",
        "collects",
        "draw",
        "gross",
        "rate",
        "command",
        "commands",
        "pocket",
        "pockets",
        "clears",
    }
)
"""Of these, the ones that also mean other things and count only beside a sum of money."""

COUNT_WORDS = frozenset({"workers", "practitioners", "employed", "people employed", "headcount"})
"""Nouns of people that name a measure only beside a number of them."""

UNIT_WORDS: dict[str, tuple[str, ...]] = {
    "km": ("km", "kilometres", "kilometers", "kilometre", "kilometer"),
    "m": ("metres", "meters"),
    "kg": ("kg", "kilograms", "kilogrammes", "kilos"),
    "mpg": ("mpg", "miles per gallon"),
    "mph": ("mph", "miles per hour", "miles an hour"),
    "km/h": ("km/h", "kph", "kilometres per hour", "kilometers per hour"),
    "km/s": ("km/s", "kilometres per second", "kilometers per second"),
    "hp": ("hp", "horsepower", "bhp"),
    "celsius": ("°c", "° c", "degrees celsius", "degrees", "celsius", "degrees c"),
    "°C": ("°c", "° c", "degrees celsius", "degrees", "celsius", "degrees c"),
    "kelvin": ("k", "kelvin"),
    "hours": ("hours", "hour", "hrs"),
    "days": ("days", "day"),
    "months": ("months", "month"),
    "years": ("years", "year", "yrs"),
    "au": ("au", "astronomical units"),
    "AU": ("au", "astronomical units"),
    "miles": ("miles", "mi"),
    "litres": ("litres", "liters", "l"),
    "g/cm3": ("g/cm3", "grams per cubic centimetre", "grams per cubic centimeter"),
    "m/s2": ("m/s2", "metres per second squared", "meters per second squared"),
    "seconds": ("seconds", "second"),
    "minutes": ("minutes", "minute"),
}
"""Units as descriptors spell them → how prose does."""

CLIPPINGS: dict[str, tuple[str, ...]] = {
    "administrator": ("admin", "admins"), "technician": ("tech", "techs"), "representative": ("rep", "reps"),
    "developer": ("dev", "devs"), "veterinarian": ("vet", "vets"), "doctor": ("doc", "docs"),
    "electrician": ("sparky",), "carpenter": ("chippy",), "professor": ("prof", "profs"),
    "photographer": ("photog",), "assistant": ("asst",), "specialist": ("specs",), "mechanic": ("mech", "mechs"),
}  # fmt: skip
"""Nouns of persons and what talk makes of them."""

TRADES: dict[str, str] = {
    "nurse": "nursing", "accountant": "accounting", "developer": "development", "manager": "management",
    "therapist": "therapy", "engineer": "engineering", "pharmacist": "pharmacy", "dentist": "dentistry",
    "assistant": "assisting", "hygienist": "hygiene", "designer": "design", "paralegal": "paralegal work",
    "electrician": "electrical work", "plumber": "plumbing", "programmer": "programming", "actuary": "actuarial work",
    "bookkeeper": "bookkeeping", "veterinarian": "veterinary medicine", "carpenter": "carpentry",
    "optometrist": "optometry", "statistician": "statistics", "machinist": "machining", "scientist": "science",
    "architect": "architecture", "librarian": "librarianship", "journalist": "journalism", "photographer": "photography",
    "counselor": "counseling", "worker": "work", "teacher": "teaching", "phlebotomist": "phlebotomy",
    "lawyer": "law", "analyst": "analysis", "surveyor": "surveying", "drafter": "drafting",
    "psychologist": "psychology", "economist": "economics", "audiologist": "audiology", "physician": "medicine",
}  # fmt: skip
"""Nouns of persons and what they practise."""

PHRASES: dict[str, tuple[str, ...]] = {
    "across": ("diameter", "width"), "wide": ("diameter", "width"), "in diameter": ("diameter",),
    "weighs": ("weight", "mass", "curb weight"), "weigh": ("weight", "mass", "curb weight"),
    "weighing": ("weight", "mass"), "as heavy": ("mass", "weight"), "as massive": ("mass",),
    "as old": ("age",), "as long": ("experience", "years of experience"), "as far": ("distance",), "as dense": ("density",), "as large": ("size", "jobs", "population", "area"),
    "as big": ("size", "jobs", "population", "area"), "as wide": ("diameter", "width", "range", "salary range", "pay range", "spread"),
    "as fast": ("growth", "growth rate", "speed", "orbital speed", "top speed"),
    "as quickly": ("growth", "growth rate", "speed"), "as rapidly": ("growth", "growth rate", "speed"),
    "as hot": ("temperature",), "as expensive": ("price", "cost", "msrp"), "as tall": ("height",),
    "as populous": ("population",), "as powerful": ("horsepower", "power"), "as strong": ("gravity", "surface gravity"),
    "as well paid": ("salary", "pay"), "as strong a pull": ("gravity", "surface gravity"),
    "orbit the sun": ("orbital period",), "orbits the sun": ("orbital period",), "circle the sun": ("orbital period",),
    "circles the sun": ("orbital period",), "go around the sun": ("orbital period",), "one orbit": ("orbital period",),
    "an orbit": ("orbital period",), "lap of the sun": ("orbital period",), "trip around the sun": ("orbital period",),
    "costs": ("price", "cost", "msrp"), "cost": ("price", "cost", "msrp"), "sells for": ("price", "cost", "msrp"),
    "people live": ("population",), "residents": ("population",), "inhabitants": ("population",),
    "home to": ("population",), "years on the job": ("experience", "years of experience"),
    "rotates": ("day", "day length", "rotation period"), "spins": ("day", "day length", "rotation period"),
    "projections": ("growth", "growth rate"), "job projections": ("growth", "growth rate"),
    "from the sun": ("distance", "distance from the sun", "span of distances from the sun"),
    "tilted": ("axial tilt", "tilt"), "tipped": ("axial tilt", "tilt"), "tips": ("axial tilt", "tilt"),
    "leans over": ("axial tilt", "tilt"), "get around the sun": ("orbital period",),
    "gets around the sun": ("orbital period",), "gets": ("mpg", "fuel economy"), "pulls": ("gravity", "surface gravity"),
    "work in": ("jobs", "number of jobs"), "people work": ("jobs", "number of jobs"), "employs": ("jobs", "number of jobs"),
    "employ": ("jobs", "number of jobs"), "the size": ("size", "jobs", "number of jobs", "population"),
}  # fmt: skip
"""Verbs and turns of phrase → the nouns of the measures that they speak of."""

HOMES: dict[str, tuple[str, ...]] = {"earth": ("our planet", "our own", "ours", "our world", "we")}
"""Proper names of where all readers live, and what they call it."""

ADJECTIVES: dict[str, str] = {
    "mars": "martian", "venus": "venusian", "jupiter": "jovian", "mercury": "mercurian", "neptune": "neptunian",
    "uranus": "uranian", "saturn": "saturnian", "france": "french", "germany": "german", "spain": "spanish",
    "paris": "parisian", "london": "london's", "japan": "japanese", "china": "chinese", "sweden": "swedish",
    "denmark": "danish", "poland": "polish", "ireland": "irish", "portugal": "portuguese", "vienna": "viennese",
}  # fmt: skip
"""Proper names and their adjectives, where no ending makes them."""
