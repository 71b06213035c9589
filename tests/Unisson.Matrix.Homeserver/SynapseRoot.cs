using Xunit;

namespace Unisson.Matrix.Homeservers;

/// <summary>The folder that <c>tests/synapse.sh build</c> lays: a root of its own, in which Synapse is run by chroot.</summary>
internal static class SynapseRoot
{
    /// <summary><c>TEST_SYNAPSE</c>, else <c>~/.cache/unisson-synapse</c>: the same as in <c>tests/synapse.sh</c>.</summary>
    public static string Home { get; } = Environment.GetEnvironmentVariable("TEST_SYNAPSE") is { Length: > 0 } given
        ? given
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "unisson-synapse");

    /// <summary>What Synapse sees as <c>/</c>.</summary>
    public static string Root => Path.Combine(Home, "sid");

    /// <summary>Skips the running test when no Synapse can be started here; fails it under <c>CI=true</c>, where one must be.</summary>
    public static void OrSkip()
    {
        if (Environment.IsPrivilegedProcess && Directory.Exists(Path.Combine(Root, "usr/lib/python3/dist-packages/synapse")))
        {
            return;
        }

        var reason = $"No Synapse for root at {Home}: get it with `sudo tests/synapse.sh build`, then run these tests as root.";
        if (Environment.GetEnvironmentVariable("CI") is "true")
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }
}
