using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Reminders;

/// <summary>Turns what people type for their reminders into the rows; those of others do not exist for them.</summary>
public static partial class FindingReminders
{
    /// <summary>More than one message ever lists.</summary>
    private const int Most = 100;

    /// <summary>Takes R3, r3 or 3, and several with commas, in the order typed: <c>reminder.unknown</c>.</summary>
    public static async Task<Result<List<Reminder>>> RemindersAsync(this Request r, string typed, CancellationToken ct)
    {
        var found = new List<Reminder>();
        foreach (var label in typed.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most))
        {
            var number = Label().Match(label) is { Success: true } match ? int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture) : 0;
            if (await r.Db.Reminders.FirstOrDefaultAsync(m => m.PersonId == r.Caller.PersonId && m.Number == number, ct) is not { } reminder)
            {
                return new Refusal("reminder.unknown", label);
            }

            if (!found.Contains(reminder))
            {
                found.Add(reminder);
            }
        }

        return found.Count == 0 ? new Refusal("reminder.unknown", typed) : found;
    }

    /// <summary>The missions that reminders are about, by their ids.</summary>
    internal static Task<Dictionary<long, Mission>> MissionsOfAsync(BotDb db, IEnumerable<Reminder> reminders, CancellationToken ct)
    {
        var ids = reminders.Select(m => m.MissionId).OfType<long>().Distinct().ToList();
        return db.Missions.Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
    }

    [GeneratedRegex("^r?(?<number>[0-9]{1,8})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();
}
