using System.Text.RegularExpressions;

namespace Unisson.Bot.Tests.Crash;

/// <summary>What a story of kills counted, and what was wrong in it.</summary>
internal sealed partial class Tally
{
    public int Kills { get; set; }

    /// <summary>Lines whose answer was read to its end.</summary>
    public int Answered { get; set; }

    /// <summary>What was found stored of all that was typed: answered lines, and those whose answer the kill cut off.</summary>
    public int Stored { get; set; }

    /// <summary>Messages that came by themselves: reminders, asks.</summary>
    public int Messages { get; set; }

    public List<string> Lost { get; } = [];

    public List<string> Doubled { get; } = [];

    /// <summary>Everything else that must not be.</summary>
    public List<string> Wrong { get; } = [];

    public void Add(Tally other)
    {
        Kills += other.Kills;
        Answered += other.Answered;
        Stored += other.Stored;
        Messages += other.Messages;
        Lost.AddRange(other.Lost);
        Doubled.AddRange(other.Doubled);
        Wrong.AddRange(other.Wrong);
    }

    public override string ToString() => $"{Kills} kills, {Answered} answered at once, {Stored} stored, {Messages} messages";

    /// <summary>A line that was answered, and must not be refused.</summary>
    public void Heard(string line, string block)
    {
        Answered++;
        Check(!Refusal().IsMatch(block), $"{line}\n{block}");
    }

    public void Check(bool holds, string wrong)
    {
        if (!holds)
        {
            Wrong.Add(wrong);
        }
    }

    /// <summary>Compares what was promised with what is there, each once.</summary>
    public void Compare(string what, IEnumerable<string> promised, IReadOnlyList<string> there)
    {
        Lost.AddRange(promised.Except(there).Select(p => $"{what}: {p}"));
        Doubled.AddRange(there.GroupBy(t => t).Where(g => g.Count() > 1).Select(g => $"{what}: {g.Key}"));
    }

    [GeneratedRegex(@"\[[a-z]+[.][a-z.-]+\]$", RegexOptions.Multiline, 1000)]
    private static partial Regex Refusal();
}
