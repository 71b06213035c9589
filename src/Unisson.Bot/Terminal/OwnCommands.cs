using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Extensions;
using Unisson.Bot.Communities;
using Unisson.Bot.Dates;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Terminal;

/// <summary>The two commands of this door: who speaks, and letting practice time pass.</summary>
public sealed partial class Conversation
{
    /// <summary>Practice goes this far and no further.</summary>
    private static readonly Instant LastInstant = Instant.FromUtc(2100, 1, 1, 0, 0);

    /// <summary>Practice only: steps the clock from due instant to due instant, and does what is due at each.</summary>
    public async Task WaitAsync(StringBuilder text, PracticeClock clock, DateTimeOffset until, CancellationToken ct)
    {
        while (await _due.NextAsync(ct) is { } next && next <= until)
        {
            clock.Set(next > clock.GetUtcNow() ? next : clock.GetUtcNow());
            await SettleAsync(text, ct);
        }

        clock.Set(until);
        await _store.Writer.WriteAsync(scope => scope.Db.Instances.ExecuteUpdateAsync(u => u.SetProperty(i => i.PracticeNow, until), ct));
    }

    [GeneratedRegex(@"^[\p{L}\p{N}_-]{1,32}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SpeakerName();

    private async Task<bool> OwnAsync(StringBuilder text, string speaker, OwnLine own, CancellationToken ct)
    {
        if (own.IsWait)
        {
            return await LetPassAsync(text, speaker, own, ct);
        }

        if (own.Rest.Length > 0 && !SpeakerName().IsMatch(own.Rest))
        {
            return await RefuseAsync(text, speaker, own.Language, new Refusal("speaker.name", own.Rest), ct);
        }

        Speaker = own.Rest.Length > 0 ? own.Rest : Speaker;
        new BlockText(text, _shown).Say(Say.In(own.Language)["speaker.now", Speaker]);
        return false;
    }

    private async Task<bool> LetPassAsync(StringBuilder text, string speaker, OwnLine own, CancellationToken ct)
    {
        if (_time is not PracticeClock clock)
        {
            return await RefuseAsync(text, speaker, own.Language, new Refusal("wait.practice"), ct);
        }

        var other = own.Language == Language.English ? Language.French : Language.English;
        var read = Durations.Read(own.Rest, own.Language) is { Refused: null } good ? good : Durations.Read(own.Rest, other);
        if (read.Refused is not null)
        {
            return await RefuseAsync(text, speaker, own.Language, new Refusal("wait.nonsense", own.Rest), ct);
        }

        var zone = await ZoneAsync(ct);
        var until = After(clock.GetUtcNow().ToInstant().InZone(zone), read.Value);
        if (until > LastInstant)
        {
            return await RefuseAsync(text, speaker, own.Language, new Refusal("wait.far", own.Rest), ct);
        }

        await WaitAsync(text, clock, until.ToDateTimeOffset(), ct);
        new BlockText(text, _shown).Say(new Say(own.Language, zone, clock.GetUtcNow())["wait.now", clock.GetUtcNow()]);
        return false;
    }

    /// <summary>Days and longer keep the clock on the wall; hours and minutes are elapsed time.</summary>
    private static Instant After(ZonedDateTime now, Period period)
    {
        var days = new PeriodBuilder { Years = period.Years, Months = period.Months, Weeks = period.Weeks, Days = period.Days }.Build();
        var day = days.Equals(Period.Zero) ? now.ToInstant() : now.Zone.AtLeniently(now.LocalDateTime + days).ToInstant();
        return day + Duration.FromHours(period.Hours) + Duration.FromMinutes(period.Minutes) + Duration.FromSeconds(period.Seconds);
    }

    /// <summary>A refusal of the door's own, in the language of the word that was typed, else of who typed it.</summary>
    private async Task<bool> RefuseAsync(StringBuilder text, string speaker, Language? language, Refusal refusal, CancellationToken ct)
    {
        if (language is null)
        {
            await using var db = _store.Read();
            language = (await Callers.FindAsync(db, new Incoming(Door, "", Fold.Of(speaker), speaker, null), Local, null, ct))?.Language ?? await LanguageAsync(ct);
        }

        new BlockText(text, _shown).Say($"{Say.In(language.Value)[refusal.Code, refusal.Args]} [{refusal.Code}]");
        return true;
    }

    private async Task<DateTimeZone> ZoneAsync(CancellationToken ct)
    {
        await using var db = _store.Read();
        return Zones.Get(await db.Communities.Where(c => c.Id == Local).Select(c => c.Zone).FirstAsync(ct));
    }

    private async Task<Language> LanguageAsync(CancellationToken ct)
    {
        try
        {
            await using var db = _store.Read();
            return await db.Communities.Where(c => c.Id == Local).Select(c => c.Language).FirstAsync(ct);
        }
        catch (Exception error) when (Storage.StorageException.From(error, "") is not null)
        {
            return Language.English;
        }
    }
}
