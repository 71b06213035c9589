namespace Unisson.Bot.Dates.Words;

/// <summary>What a word can mean, whatever its language. The grammar is written in these.</summary>
internal enum Term
{
    /// <summary>A number written in figures; its value is in the lexeme.</summary>
    Figures,

    /// <summary>A sign; its value is the character.</summary>
    Sign,

    Number,
    Hundred,
    Thousand,
    Kilo,

    /// <summary>English a, an.</summary>
    One,
    Half,
    Quarter,
    Ordinal,
    OrdinalEnding,

    /// <summary>1 Monday … 7 Sunday.</summary>
    Weekday,
    /// <summary>A weekday in the plural: a rhythm by itself.</summary>
    Weekdays,
    WorkingDay,
    Month,

    /// <summary>A <see cref="Unisson.Bot.Dates.Unit"/>.</summary>
    Unit,

    /// <summary>Days from today.</summary>
    DayName,
    Weekend,

    /// <summary>A <see cref="Unisson.Bot.Dates.Part"/> of the day.</summary>
    Part,

    /// <summary>A part of today: tonight.</summary>
    PartToday,
    Midnight,
    HourMark,
    OClock,

    /// <summary>0 am, 1 pm.</summary>
    Meridiem,
    MinutesPast,
    MinutesTo,

    /// <summary>sharp, pile, environ: after an hour, where they add nothing.</summary>
    Sharp,
    IsoT,

    At,

    /// <summary>vers, around: before an hour, which then is the hour; before anything else it is vague.</summary>
    About,
    On,
    Article,
    Of,
    And,
    Or,
    In,

    /// <summary>d'ici: within a length, by an hour.</summary>
    Within,
    From,
    FromNow,
    Ago,
    Since,

    /// <summary>Deadline words: by, until, pour.</summary>
    By,
    Before,

    This,
    Next,
    Last,
    Coming,
    End,
    EndOfDay,

    /// <summary>0 the middle, 1 the beginning.</summary>
    Middle,

    /// <summary>A named end: 0 week, 1 month, 2 year.</summary>
    EndOf,

    /// <summary>Weeks after the first such weekday: en huit 1, en quinze 2.</summary>
    WeeksOn,

    Now,
    Vague,
    Minus,
    Per,

    /// <summary>0 each time; 1 only how often: once a.</summary>
    Every,

    /// <summary>every other; un mardi sur deux is <see cref="OneIn"/></summary>
    EveryOther,
    OneIn,

    /// <summary>daily, weekly: a <see cref="Unisson.Bot.Dates.Unit"/>.</summary>
    Rhythm,
    During,
    Euro,
    Cents,
    OtherCurrency,
}
