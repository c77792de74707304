// SPDX-License-Identifier: MIT
pragma solidity 0.8.30;

/// @title Royalties: who shares the income of a work, and how it reaches them
/// @dev Income is credited in O(1) at the sale and shared when somebody asks, so that no sale depends on how
/// many share it. Amounts are in the smallest unit of their currency; zero is ether. Every amount is rounded
/// down and the work's artist gets what is left over, so that each payout is exact to the smallest unit.
interface IRoyalties {
    /// @notice A payee's part of a work's whole income, inherited income included.
    struct Share {
        address payee;
        uint16 bps;
    }

    /// @notice Who shares a work's income besides its artist, who gets the rest and every remainder.
    /// @param parents the works this one was made from; they share `parentsBps` equally, the first of them
    /// gets the remainder
    /// @param parentsBps the parents' part of the whole income of generations 0 to 2
    struct Split {
        uint256[] parents;
        uint16 parentsBps;
        Share[] shares;
    }

    /// @notice A payee's signed agreement to a share.
    /// @param isStanding whether the payee signed for every work of the artist (work 0) or for this one
    /// @param deadline last second at which the consent may be used
    struct Consent {
        bool isStanding;
        uint64 deadline;
        bytes signature;
    }

    /// @notice A work was made from others.
    event ParentsRecorded(uint256 indexed work, uint256[] parents, uint16 parentsBps);
    event ShareGranted(uint256 indexed work, address indexed payee, uint16 bps);
    event ConsentsWithdrawn(address indexed payee, uint64 epoch);
    event IncomeCredited(
        uint256 indexed work, address indexed currency, address indexed payer, uint256 amount
    );
    /// @notice A payee's part of a work's income left, by push or (with `PayoutCredited`) as credit.
    event IncomeShared(
        uint256 indexed work, address indexed currency, address indexed payee, uint256 amount
    );
    /// @notice A parent's part of a work's income is the parent's income now, one generation further.
    event IncomeInherited(
        uint256 indexed parent,
        uint256 indexed work,
        address indexed currency,
        uint256 amount,
        uint256 generation
    );

    error NotCollection(address caller);
    error SplitExists(uint256 work);
    error SplitEmpty(uint256 work);
    error TooManyPayees(uint256 count, uint256 limit);
    error TooManyParents(uint256 count, uint256 limit);
    error ParentMissing(uint256 parent);
    error ParentRepeated(uint256 parent);
    error ParentsShareWrong(uint16 parentsBps, uint16 minimumBps, uint16 maximumBps);
    /// @notice A payee is zero, the artist (who gets the rest), or named twice.
    error PayeeInvalid(address payee);
    error ShareMissing(address payee);
    error SharesAboveWhole(uint256 totalBps);
    error ConsentCount(uint256 consents, uint256 shares);
    error ConsentExpired(address payee, uint64 deadline);
    error ConsentForged(address payee);
    /// @notice There is nothing to credit, to collect or to share.
    error IncomeMissing(uint256 work, address currency);
    /// @notice More waits than a work can hold of a currency (uint128); share it first.
    error IncomeAboveLimit(uint256 work, address currency, uint256 amount);

    /// @notice Record who shares a work, once, as it is minted. Only `Artwork` and `Editions`.
    /// @param consents one for each of the split's shares, in their order
    function record(
        uint256 work,
        address artist,
        Split calldata split,
        Consent[] calldata consents
    ) external;

    /// @notice Add ether to a work's income. Anybody may call; a work without split is all its artist's.
    function credit(uint256 work) external payable;

    /// @notice Book tokens that came since the last call as a work's income. The payer calls it in the same
    /// transaction as the transfer: tokens that lie here unbooked are anybody's to book.
    function creditTokens(uint256 work, address currency) external;

    /// @notice Share what a work earned in a currency. Anybody may call, also for a currency that prices may
    /// no longer be asked in.
    function share(uint256 work, address currency) external;

    /// @notice Book what other markets paid to `receiverOf(work)` as the work's income. Anybody may call.
    function collect(uint256 work, address currency) external;

    /// @notice Void every consent the caller signed so far.
    function withdrawConsents() external returns (uint64 epoch);

    function artwork() external view returns (address);
    function editions() external view returns (address);
    function currencies() external view returns (address);
    /// @notice Where other markets pay a shared work's royalty (ERC-2981).
    function receiverOf(uint256 work) external view returns (address);
    /// @notice What a work was made from; nothing for a work without split.
    function parentsOf(uint256 work) external view returns (uint256[] memory);
    /// @notice Who shares a work; nobody for a work without split.
    function splitOf(uint256 work) external view returns (Split memory);
    /// @notice What waits to be shared, over all generations.
    function incomeOf(uint256 work, address currency) external view returns (uint256);
    /// @notice What waits to be shared, by generation: own income first, then what was inherited.
    function incomesOf(uint256 work, address currency) external view returns (uint128[4] memory);
    function consentEpochs(address payee) external view returns (uint64);
    /// @notice The digest a consent's signature is over (EIP-712), in the payee's epoch of now.
    /// @param work the work, or zero for a standing consent
    function consentDigest(
        uint256 work,
        address artist,
        Share calldata share_,
        uint64 deadline
    ) external view returns (bytes32);
}
