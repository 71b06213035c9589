using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Contributions;
using Unisson.Bot.Kernel;
using Fields = Unisson.Bot.Contributions.ContributionFields;
using Of = Unisson.Bot.Moving.ContributionsTable;

namespace Unisson.Bot.Moving;

/// <summary>A contribution as a row of a file says it.</summary>
/// <param name="Said">What it was, without the mission that the row names.</param>
/// <param name="What">With the mission, as text.</param>
internal sealed record ContributionRow(int Line, Common Common, Given Given, DateOnly On, string Said, string What, string? Amount, string? Name, string? Link)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy", "d.M.yyyy", "d-M-yyyy"];

    /// <summary>Those that can be read; of the others what is wrong is gathered.</summary>
    public static async Task<List<ContributionRow>> ReadAsync(Request r, Sheet sheet, List<WrongCell> wrong, CancellationToken ct)
    {
        var commons = await r.Db.Commons.AsNoTracking().Where(c => c.CommunityId == r.Caller.CommunityId).OrderBy(c => c.Id).ToListAsync(ct);
        var named = new Dictionary<string, Common>(StringComparer.Ordinal);
        foreach (var name in commons.Select(c => (Called: c.Slug, Common: c)).Concat(commons.Select(c => (Called: c.Name, Common: c))))
        {
            named.TryAdd(Fold.Of(name.Called), name.Common);
        }

        var reading = new Reading(new Say(sheet.Language, r.Caller.Zone, r.Now));
        var today = new Say(r.Caller.Language, r.Caller.CommunityZone, r.Now).Day(r.Now);
        return [.. sheet.Rows.Select(row => Read(row, new RowReading(row, wrong, reading), named, today)).OfType<ContributionRow>()];
    }

    private static ContributionRow? Read(SheetRow row, RowReading reading, Dictionary<string, Common> commons, DateOnly today)
    {
        var on = ReadDay(row, reading, today);
        var common = row[Of.To] is { } called ? commons.GetValueOrDefault(Fold.Of(called)) : null;
        if (common is null)
        {
            reading.IsWrong(Of.To, row[Of.To] is { } unknown ? new Refusal("import.common-unknown", unknown.Cut(40), Nearest.Of(unknown, [.. commons.Values.Select(c => c.Slug).Distinct(StringComparer.Ordinal)], 3)) : new Refusal("import.missing"));
        }

        var kind = reading.Value(Of.Kind, Fields.Kind);
        var amount = reading.Value(Of.Amount, Fields.Amount, "import.amount");
        var given = default(Given);
        if (reading.IsRight && Given.Of(kind, amount).Refused(out var refusal, out given))
        {
            reading.IsWrong(Of.Amount, row[Of.Amount] is { } text ? new Refusal("import.amount", text.Cut(40)) : new Refusal("import.no-amount"));
        }

        var said = reading.Text(Of.What, Fields.What) is { } what ? Subject.OneLine(what) : null;
        if (said is null && row[Of.What] is null)
        {
            reading.IsWrong(Of.What, new Refusal("import.missing"));
        }

        var name = reading.Text(Of.Name, Fields.Name) is { } credited ? Subject.OneLine(credited) : null;
        var link = reading.Text(Of.Link, Fields.Link)?.Trim();
        if (link is not null && !WebLink.Fits(link))
        {
            reading.IsWrong(Of.Link, new Refusal("import.link", link.Cut(60)));
        }

        return reading.IsRight
            ? new ContributionRow(row.Line, common!, given, on, said!, row[Of.Mission] is { } mission ? $"{said} ({Subject.OneLine(mission)})".Cut(Fields.What.Longest) : said!, amount?.Text, name, link)
            : null;
    }

    private static DateOnly ReadDay(SheetRow row, RowReading reading, DateOnly today)
    {
        if (row[Of.Day]?.Trim() is not { } text)
        {
            reading.IsWrong(Of.Day, new Refusal("import.missing"));
        }
        else if (!DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day.Year < 1900)
        {
            reading.IsWrong(Of.Day, new Refusal("import.date", text.Cut(40)));
        }
        else if (day > today)
        {
            reading.IsWrong(Of.Day, new Refusal("import.ahead", text));
        }
        else
        {
            return day;
        }

        return default;
    }
}
