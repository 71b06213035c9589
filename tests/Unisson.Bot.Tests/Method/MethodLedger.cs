using Unisson.Bot.Tests.Contributions;

namespace Unisson.Bot.Tests.Method;

/// <summary>The open ledger beside a mission: which of its lines are of it, for which common, and in hours or in euros.</summary>
internal sealed class MethodLedger
{
    private readonly LedgerModel _ledger = new();
    private readonly Dictionary<string, Of> _of = new(StringComparer.Ordinal);

    private sealed record Of(string Common, bool IsMoney, bool IsOfMission);

    public Dictionary<string, LedgerModel.Waits> Waiting => _ledger.Waiting;

    public int Count => _ledger.Rows.Count;

    /// <summary>Whether a line is of money.</summary>
    public bool IsMoney(int number) => _of.GetValueOrDefault(Original(number))?.IsMoney ?? false;

    public long Given(string common, bool isMoney)
        => _ledger.Rows.Select((r, i) => _of[Original(i + 1)] == new Of(common, isMoney, IsOfMission: true) ? r.Minutes : 0).Sum();

    public string? Proposal(MethodDeed deed) => Waiting.Count == 0 ? null : Waiting.Keys.ElementAt(deed.Size % Waiting.Count);

    /// <summary>Does it and gives the code of the refusal, or null.</summary>
    public string? Do(MethodDeed deed)
    {
        var by = MethodDeed.People[deed.By];
        switch (deed.Verb)
        {
            case "log":
                if (!_ledger.Log(by, MethodDeed.People[deed.About], deed.Size))
                {
                    _of[$"{Count}"] = Said(deed);
                }

                return null;
            case "confirm" when deed.Says && Proposal(deed) is { } label:
                var code = _ledger.Confirm(by, label);
                if (code is null)
                {
                    _of[$"{Count}"] = _of[label];
                }

                return code;
            case "confirm":
                return _ledger.Witness(by, deed.Number);
            case "correct":
                return _ledger.Correct(by, deed.Number, deed.Size);
            default:
                return _ledger.Withdraw(by, deed.Number);
        }
    }

    /// <summary>It waits for the yes of whom it is about.</summary>
    public void Proposed(string label, MethodDeed deed)
    {
        Waiting.Add(label, new LedgerModel.Waits(MethodDeed.People[deed.By], MethodDeed.People[deed.About], deed.Size, IsAgreed: false));
        _of[label] = Said(deed);
    }

    private static Of Said(MethodDeed deed) => new(deed.Common, deed.IsMoney, deed.Says);

    private string Original(int number) => $"{(number <= Count ? _ledger.Rows[number - 1].About : null) ?? number}";
}
